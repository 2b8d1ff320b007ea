import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap'
import { ChatRegular } from '@fluentui/react-icons/svg/chat'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { Toggle } from '#ui/form/Toggle.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'
import { auditOf } from '../queries.ts'
import { evidenceWords } from './KnownPanel.tsx'
import { useStorySentence } from './story-sentence.ts'

const tones = ['conversation', 'internal', 'process', 'clock'] as const
const icons = {
  conversation: <ChatRegular />,
  internal: <LockClosedRegular />,
  process: <ArrowSwapRegular />,
  clock: <ClockRegular />,
} as const
const looks = { conversation: 'brand', internal: 'warning', process: 'plain', clock: 'danger' } as const

const useStyles = makeStyles({
  tones: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** Everything that happened, in order; each kind can be left out. */
export function TimelinePanel({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const sentence = useStorySentence(shown, names)
  const mayAudit = hasAnyRole(useSignedIn(), ['auditor', 'administrator', 'lead'])
  const [left, setLeft] = useState<readonly string[]>([])
  const labelOf = (field: string) => {
    if (t.has(`field.${field}`)) return t.any(`field.${field}`)
    return names.evidence(field)?.name[t.language] ?? null
  }
  const toggle = (tone: string) =>
    setLeft((before) => (before.includes(tone) ? before.filter((one) => one !== tone) : [...before, tone]))
  return (
    <Section
      title={t('timeline.title')}
      card
      action={
        <div role="group" aria-label={t('timeline.show')} className={styles.tones}>
          {tones.map((tone) => (
            <Toggle key={tone} size="small" checked={!left.includes(tone)} onClick={() => toggle(tone)}>
              {t.any(`timeline.tones.${tone}`)}
            </Toggle>
          ))}
        </div>
      }
    >
      {left.length === tones.length && <p className={styles.none}>{t('timeline.nothing')}</p>}
      <Timeline label={t('timeline.title')}>
        {shown.story
          .filter((entry) => !left.includes(entry.tone))
          .map((entry) => (
            <TimelineItem
              key={entry.number}
              at={entry.at}
              who={entry.by.kind === 'person' ? (shown.people[entry.by.personId]?.name ?? '') : 'Tierwise'}
              title={sentence(entry)}
              tone={looks[entry.tone]}
              icon={icons[entry.tone]}
            >
              {entry.texts.map(({ field, text }) => (
                <StoryText
                  key={field}
                  label={labelOf(field)}
                  text={evidenceWords(text, names.evidence(field), t.language)}
                />
              ))}
            </TimelineItem>
          ))}
      </Timeline>
      {mayAudit && <Audit id={shown.ticket.id} />}
    </Section>
  )
}

/** A text that somebody typed; it says what it is where there can be several. */
function StoryText({ label, text }: { readonly label: string | null; readonly text: string }) {
  const styles = useStyles()
  return (
    <div>
      {label && <span className={styles.label}>{label}</span>}
      <PlainText text={text} />
    </div>
  )
}

/** Whether the chain of events holds, looked up when somebody asks. */
function Audit({ id }: { readonly id: string }) {
  const t = useWords('tickets')
  const [asked, setAsked] = useState(false)
  const audit = useQuery({ ...auditOf(id), enabled: asked })
  if (!asked)
    return (
      <Button size="small" onClick={() => setAsked(true)}>
        {t('timeline.audit')}
      </Button>
    )
  return (
    <Loaded query={audit}>
      {({ brokenAt, events }) => (
        <p role="status">
          {brokenAt === null
            ? t('timeline.chainHolds', { count: events.length, hash: (events.at(-1)?.hash ?? '').slice(0, 12) })
            : t('timeline.chainBroken', { number: brokenAt })}
        </p>
      )}
    </Loaded>
  )
}
