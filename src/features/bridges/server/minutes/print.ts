import { fact, list, paragraphs, section, table } from '#features/plan/domain/outline/blocks.ts'
import { pdfOf } from '#integrations/documents/make-pdf.ts'
import type { Report } from '#integrations/documents/report.ts'
import type { Language } from '#platform/http/signed-in.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { MinutesContent } from '../../contract/minutes.ts'
import { type MinutesWords, minutesWords } from './words.ts'

export type Print = {
  readonly content: MinutesContent
  readonly language: Language
  readonly organisation: string
  readonly version: number
}

/** The minutes on paper. */
export async function printMinutes(translate: Translate, print: Print): Promise<Uint8Array> {
  return pdfOf(reportOf(translate, print))
}

export function reportOf(translate: Translate, { content, language, organisation, version }: Print): Report {
  const words = minutesWords(translate, language, content)
  const { say } = words
  return {
    language,
    title: content.meeting.name[language],
    organisation,
    subject: say('minutes.title'),
    author: organisation,
    day: content.meeting.beganAt.slice(0, 10),
    draftMark: null,
    footer: `${organisation} · ${words.title}${version > 1 ? ` · ${say('minutes.version', { version })}` : ''}`,
    pageOf: say('minutes.pageOf', { page: '{page}', pages: '{pages}' }),
    contents: null,
    cover: [
      fact(say('minutes.held'), words.when),
      fact(say('room.host'), content.meeting.host?.name ?? say('minutes.nobody')),
      fact(say('room.scribe'), content.meeting.scribe?.name ?? say('minutes.nobody')),
      fact(say('room.quorum'), words.quorum),
    ],
    blocks: [
      ...section(say('minutes.summary'), paragraphs(content.summary), 1),
      ...section(say('minutes.decisions'), listed(words.decisions), 1),
      ...section(say('minutes.tasks'), listed(words.tasks), 1),
      ...section(say('minutes.items'), itemTable(words, content), 1),
      ...section(say('minutes.present'), listed(words.attendance), 1),
      ...section(say('minutes.notes'), paragraphs(content.notes), 1),
    ],
  }
}

function listed(lines: readonly string[]) {
  return lines.length === 0 ? [] : [list(lines.map((text) => [{ text }]))]
}

function itemTable({ say }: MinutesWords, { items }: MinutesContent) {
  return table(
    say('minutes.items'),
    [
      [say('minutes.item'), 0.6],
      [say('minutes.outcome'), 0.25],
      [say('minutes.spent'), 0.15],
    ],
    items.map(({ title, ticket, outcome, diagnosed, spentMinutes }) => [
      [{ text: `${ticket === null ? '' : `T-${ticket} `}${title}` }],
      [{ text: say(diagnosed ? 'room.outcome.diagnosed' : `room.outcome.${outcome ?? 'open'}`) }],
      [{ text: say('minutes.minutes', { count: spentMinutes }) }],
    ]),
  )
}
