import {
  HeadingLevel,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Card, Fact, Signatures, Table as PlanTable } from '../../../domain/outline/plan-document.ts'
import { figureOf } from './docx-figures.ts'
import { cellText, filled, inkOf, line, noBorders, quiet, runsOf, textWidth, tintOf } from './docx-parts.ts'

type Part = Paragraph | Table

export function blocksOf(blocks: readonly Block[]): readonly Part[] {
  return blocks.flatMap(blockOf)
}

function blockOf(block: Block): readonly Part[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          pageBreakBefore: block.level === 1,
        }),
      ]
    case 'card':
      return cardOf(block)
    case 'figure':
      return [
        ...figureOf(block.figure),
        new Paragraph({ text: block.caption, style: 'Quiet', spacing: { before: 120, after: 280 } }),
      ]
    case 'signatures':
      return [signatureTable(block)]
    default:
      return innerOf(block)
  }
}

function innerOf(block: Card['blocks'][number]): readonly Part[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ text: block.text, ...(block.quiet ? { style: 'Quiet', keepNext: true } : {}) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: runsOf(item),
            spacing: { after: 60 },
            ...(block.ordered ? { numbering: { reference: 'steps', level: 0 } } : { bullet: { level: 0 } }),
          }),
      )
    case 'facts':
      return [factTable(block.items), gap()]
    case 'table':
      return [new Paragraph({ text: block.caption, style: 'TableCaption' }), tableOf(block), gap()]
  }
}

/** Two tables that touch become one. */
const gap = () => new Paragraph({ children: [], spacing: { after: 60 } })

/** A tier's card is a heading in its colours and what belongs to it: no table around tables, which nobody can read aloud. */
function cardOf({ level, title, blocks }: Card): readonly Part[] {
  return [
    new Paragraph({
      text: level === null ? title : `${level}  ${title}`,
      heading: HeadingLevel.HEADING_3,
      shading: filled(tintOf(level)),
      border: { left: { ...line(36, inkOf(level)), space: 6 } },
    }),
    ...blocks.flatMap(innerOf),
  ]
}

export function factTable(items: readonly Fact[]): Table {
  const [left, right] = [Math.round(textWidth * 0.32), Math.round(textWidth * 0.68)]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    tableLook: { firstRow: false, firstColumn: true },
    rows: items.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(left, [new Paragraph({ style: 'Quiet', text: label, spacing: { after: 40 } })]),
            cell(right, cellText(value)),
          ],
        }),
    ),
  })
}

const cell = (width: number, children: readonly Paragraph[]) =>
  new TableCell({ children, width: { size: width, type: WidthType.DXA }, margins: { left: 0, right: 120 } })

/** Tables of no more rows than this stay on one page. */
const mostKept = 6

function tableOf({ columns, rows }: PlanTable): Table {
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => Math.round((column.share / shares) * textWidth))
  const head = columns.map(({ head: text }, index) =>
    cell(widths[index] ?? 0, cellText([{ text }], { bold: true, together: true })),
  )
  return ruled(widths, [
    new TableRow({ tableHeader: true, cantSplit: true, children: head }),
    ...rows.map((row, at) => {
      const together = rows.length <= mostKept && at < rows.length - 1
      const cells = row.map((lines, index) => cell(widths[index] ?? 0, cellText(lines, { together })))
      return new TableRow({ cantSplit: true, children: cells })
    }),
  ])
}

function ruled(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...noBorders, bottom: line(4, 'C7C7C7'), insideHorizontal: line(4, 'C7C7C7') },
    tableLook: { firstRow: true, firstColumn: true },
    rows,
  })
}

function signatureTable({ head, rows }: Signatures): Table {
  const widths = [0.3, 0.24, 0.16, 0.3].map((share) => Math.round(share * textWidth))
  const rowOf = (texts: readonly string[], bold: boolean) =>
    texts.map(
      (text, index) =>
        new TableCell({
          children: cellText([{ text }], { bold, together: true }),
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.BOTTOM,
          borders: { bottom: line(bold ? 8 : 6, bold ? '242424' : quiet) },
          margins: { left: 0, right: 120 },
        }),
    )
  return ruled(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: rowOf([head.role, head.name, head.date, head.signature], true),
    }),
    ...rows.map(
      ({ role, name }) =>
        new TableRow({
          cantSplit: true,
          height: { value: 850, rule: HeightRule.ATLEAST },
          children: rowOf([role, name, '', ''], false),
        }),
    ),
  ])
}
