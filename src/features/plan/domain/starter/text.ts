import type { Text } from '../document/text.ts'

export function text(nl: string, en: string): Text {
  return { nl, en }
}
