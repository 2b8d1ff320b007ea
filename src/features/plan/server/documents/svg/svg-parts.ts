import { tierInks, tierTints } from '#integrations/documents/colours.ts'

/** A class lets a page recolour a part in the dark; the attribute colours it where there is no style sheet. */
const parts = {
  ink: { fill: '#242424' },
  quiet: { fill: '#595959' },
  paper: { fill: '#ffffff' },
  wash: { fill: '#f0f0f0' },
  line: { stroke: '#616161', fill: 'none' },
  edge: { stroke: '#d1d1d1', fill: 'none' },
  tip: { fill: '#616161' },
  step: { fill: '#242424' },
} as const
export type Part = keyof typeof parts

export function escapeMarkup(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (one) => names[one] ?? one)
}

const number = (value: number) => String(Math.round(value * 10) / 10)

type Attributes = Readonly<Record<string, string | number | undefined>>

export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escapeMarkup(value ?? '')}"`)
    .join('')
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`
}

export const coloured = (part: Part): Attributes => ({ class: `f-${part}`, ...parts[part] })

const mark = (level: number) => Math.min(Math.max(level, 1), 4)
/** The colours of a tier; the requester has none. */
export function tierInk(level: number | null): Attributes {
  return level === null
    ? { class: 'f-tip', fill: '#616161' }
    : { class: `f-ink-${mark(level)}`, fill: tierInks[mark(level) - 1] }
}
export function tierTint(level: number | null): Attributes {
  return level === null ? coloured('wash') : { class: `f-tint-${mark(level)}`, fill: tierTints[mark(level) - 1] }
}

type Words = {
  readonly size?: number
  readonly bold?: boolean
  readonly part?: Part
  readonly anchor?: 'middle' | 'end'
}

export function words(x: number, y: number, text: string, given: Words = {}): string {
  const { size = 15, bold = false, part = 'ink', anchor } = given
  return element(
    'text',
    { x, y, ...coloured(part), 'font-size': size, 'font-weight': bold ? 600 : undefined, 'text-anchor': anchor },
    escapeMarkup(text),
  )
}

/** Characters of the scripts and signs that are about as wide as they are high. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Extended_Pictographic}MWmw@%]/u

function widthOf(text: string, size: number): number {
  let width = 0
  for (const one of text)
    width += wide.test(one) ? 0.95 : /\p{Lu}/u.test(one) ? 0.66 : /[ilj.,:;|' ]/.test(one) ? 0.28 : 0.52
  return width * size
}

/** Lines no wider than the room there is; what does not fit in `most` lines ends in an ellipsis. */
export function fitted(text: string, room: number, size: number, most: number): readonly string[] {
  const all: string[] = []
  let current = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, room, size))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (widthOf(longer, size) <= room || current === '') current = longer
    else {
      all.push(current)
      current = word
    }
  }
  all.push(current)
  if (all.length <= most) return all
  let last = all[most - 1] ?? ''
  while (last !== '' && widthOf(`${last}…`, size) > room) last = [...last].slice(0, -1).join('')
  return [...all.slice(0, most - 1), `${last}…`]
}

/** A word that is wider than a line is cut, between characters. */
function pieces(word: string, room: number, size: number): readonly string[] {
  if (widthOf(word, size) <= room) return [word]
  const cut: string[] = ['']
  for (const one of word) {
    const last = cut.length - 1
    if (widthOf(`${cut[last]}${one}`, size) > room) cut.push(one)
    else cut[last] = `${cut[last]}${one}`
  }
  return cut
}

/** What a drawing holds, and how high that is. */
export type Inside = { readonly height: number; readonly inside: string }

const fonts = "'Source Sans 3', 'Segoe UI', system-ui, sans-serif"

export function drawing(width: number, height: number, inside: string, label: string | null): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${number(width)} ${number(height)}`,
      width,
      height,
      'font-family': fonts,
      ...(label === null ? {} : { role: 'img', 'aria-label': label }),
    },
    inside,
  )
}
