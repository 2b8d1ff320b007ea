import {
  BorderStyle,
  ExternalHyperlink,
  type ITableBordersOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from 'docx'
import type { Lines } from '../../../domain/outline/plan-document.ts'
import { tierInks, tierTints } from '#integrations/documents/colours.ts'

/** In twentieths of a point: A4 with margins of 24 mm. */
export const margin = 1_361
export const textWidth = 11_906 - 2 * margin

export const quiet = '595959'
const hex = (colour: string) => colour.slice(1).toUpperCase()
const mark = (level: number) => Math.min(Math.max(level, 1), 4) - 1
export const inkOf = (level: number | null) =>
  level === null ? '616161' : hex(tierInks[mark(level)] ?? tierInks[3])
export const tintOf = (level: number | null) =>
  level === null ? 'F0F0F0' : hex(tierTints[mark(level)] ?? tierTints[3])

export const filled = (fill: string) => ({ type: ShadingType.CLEAR, fill, color: 'auto' })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} satisfies ITableBordersOptions
export const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })

/** Each line a paragraph of its own; `together` keeps it on the page of what comes next. */
export function cellText(
  lines: Lines,
  given: { readonly bold?: boolean; readonly together?: boolean } = {},
): Paragraph[] {
  const { bold = false, together = false } = given
  return lines.map((one) => new Paragraph({ style: 'Cell', keepNext: together, children: runsOf([one], bold) }))
}

/** Lines that follow each other in one paragraph. */
export function runsOf(lines: Lines, bold = false): ParagraphChild[] {
  return lines.map((one, index) => {
    const run = {
      text: one.text,
      bold,
      ...(index > 0 ? { break: 1 } : {}),
      ...(one.quiet ? { size: 19, color: quiet } : {}),
    }
    if (one.link === undefined) return new TextRun(run)
    return new ExternalHyperlink({
      link: one.link,
      children: [new TextRun({ ...run, color: '1B5AA6', underline: {} })],
    })
  })
}
