import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { namedMonths } from '../../../domain/outline/named-months.ts'
import type {
  Figure,
  ProcessPath,
  RolloutChart,
  Stop,
  TierChart,
  Way,
} from '../../../domain/outline/plan-document.ts'
import { filled, inkOf, line, noBorders, quiet, textWidth, tintOf } from './docx-parts.ts'

/**
 * Drawings as tables of words and colours: every word processor shows them alike, a screen reader reads them, and whoever
 * gets the file can change them.
 */
export function figureOf(figure: Figure): readonly (Paragraph | Table)[] {
  if (figure.kind === 'tiers') return [tierChart(figure)]
  return [figure.kind === 'path' ? processPath(figure) : rolloutChart(figure)]
}

function fixed(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    tableLook: { firstRow: false, firstColumn: false },
    alignment: AlignmentType.CENTER,
    rows,
  })
}

const width = (size: number) => ({ size, type: WidthType.DXA })
const padding = { top: 90, bottom: 90, left: 160, right: 120 }

function nameOf({ level, name }: Stop): Paragraph {
  const number =
    level === null ? [] : [new TextRun({ text: `${level}  `, bold: true, color: inkOf(level), size: 24 })]
  return new Paragraph({
    style: 'Cell',
    keepNext: true,
    children: [...number, new TextRun({ text: name, bold: true, size: 23 })],
  })
}

const small = (text: string, given: { readonly bold?: boolean; readonly end?: boolean } = {}) =>
  new Paragraph({
    style: 'Cell',
    keepNext: true,
    alignment: given.end ? AlignmentType.END : AlignmentType.START,
    children: [new TextRun({ text, color: quiet, size: 19, bold: given.bold ?? false })],
  })

function tierChart({ stops }: TierChart): Table {
  const whole = Math.round(textWidth * 0.8)
  const between = new TableRow({
    height: { value: 140, rule: HeightRule.EXACT },
    children: [new TableCell({ width: width(whole), children: [small('')] })],
  })
  const boxes = stops.map(
    (stop) =>
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: width(whole),
            margins: padding,
            shading: filled(tintOf(stop.level)),
            borders: { left: line(36, inkOf(stop.level)) },
            children: [nameOf(stop), ...stop.lines.map((text) => small(text))],
          }),
        ],
      }),
  )
  return fixed(
    [whole],
    boxes.flatMap((box, index) => (index === 0 ? [box] : [between, box])),
  )
}

/** A column for the way up, one for the stops, one for the way down. */
function processPath({ stops, ways }: ProcessPath): Table {
  const widths = [0.28, 0.44, 0.28].map((share) => Math.round(textWidth * share))
  const [left = 0, middle = 0, right = 0] = widths
  const row = (children: readonly [Paragraph, TableCell, Paragraph]) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({ width: width(left), margins: padding, children: [children[0]] }),
        children[1],
        new TableCell({ width: width(right), margins: padding, children: [children[2]] }),
      ],
    })
  const stopRow = (stop: Stop) => {
    const side = line(12, inkOf(stop.level))
    const borders = { top: side, bottom: side, left: side, right: side }
    return row([
      small(''),
      new TableCell({ width: width(middle), margins: padding, borders, children: [nameOf(stop)] }),
      small(''),
    ])
  }
  const wayRow = ({ up, down }: Way) =>
    row([
      small(`${stepOf(up)}↑`, { end: true }),
      new TableCell({ width: width(middle), children: [small('')] }),
      small(down ? `↓${stepOf(down, true)}` : ''),
    ])
  const rows = stops.flatMap((stop, index) => {
    const way = ways[index - 1]
    return way ? [wayRow(way), stopRow(stop)] : [stopRow(stop)]
  })
  return fixed(widths, rows.toReversed())
}

function stepOf({ step, label }: Way['up'], after = false): string {
  const number = step === null ? '' : `(${step})`
  const parts = [number, label].filter(Boolean).join(' ')
  return parts === '' ? '' : after ? `  ${parts}` : `${parts}  `
}

/** The time line is cut into this many columns. */
const grain = 42

/** So many of them hold the name of a month. */
const monthGrain = 6

function rolloutChart({ bars, months: all }: RolloutChart): Table {
  const months = namedMonths(all, monthGrain / grain)
  const first = Math.round(textWidth * 0.36)
  const step = Math.floor((textWidth - first) / grain)
  const at = (share: number) => Math.min(Math.max(Math.round(share * grain), 0), grain)
  const span = (columns: number, given: object, children: readonly Paragraph[] = [small('')]) =>
    columns > 0 ? [new TableCell({ width: width(columns * step), columnSpan: columns, children, ...given })] : []
  const starts = months.map((month) => at(month.offset))
  const head = new TableRow({
    cantSplit: true,
    tableHeader: true,
    children: [
      new TableCell({ width: width(first), children: [small('')] }),
      ...span(starts[0] ?? grain, {}),
      ...months.flatMap(({ name }, index) =>
        span((starts[index + 1] ?? grain) - (starts[index] ?? 0), { borders: { left: line(4, 'C7C7C7') } }, [
          small(` ${name}`),
        ]),
      ),
    ],
  })
  const rows = bars.map((bar) => {
    const from = Math.min(at(bar.offset), grain - 1)
    const length = Math.max(at(bar.offset + bar.length) - from, 1)
    const colour = bar.kind === 'phase' ? '1B5AA6' : bar.kind === 'wave' ? '8DB9E8' : 'C79AF0'
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: width(first),
          margins: { top: 50, bottom: 50, left: bar.kind === 'phase' ? 0 : 220, right: 80 },
          children: [
            new Paragraph({
              style: 'Cell',
              keepNext: true,
              children: [new TextRun({ text: bar.name, bold: bar.kind === 'phase' })],
            }),
            small(bar.when),
          ],
        }),
        ...span(from, {}),
        ...span(length, {
          shading: filled(colour),
          borders: { top: line(24, 'FFFFFF'), bottom: line(24, 'FFFFFF') },
        }),
        ...span(grain - from - length, {}),
      ],
    })
  })
  return fixed([first, ...Array.from({ length: grain }, () => step)], [head, ...rows])
}
