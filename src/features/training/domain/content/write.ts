import type { Text } from '#features/plan/domain/document/text.ts'
import type { ContentPage } from './page.ts'

export function text(nl: string, en: string): Text {
  return { nl, en }
}

/** Lines that stand in both languages, without the indentation they have in the source. */
export function words(nl: string, en: string): Text {
  return { nl: plain(nl), en: plain(en) }
}

function plain(written: string): string {
  return written
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

export function page(
  title: Text,
  minutes: number,
  body: Text,
  notes: Text,
  sources: readonly string[] = [],
): ContentPage {
  return { title, minutes, body, notes, sources }
}

export const learn = (path: string): string => `https://learn.microsoft.com/${path}`
