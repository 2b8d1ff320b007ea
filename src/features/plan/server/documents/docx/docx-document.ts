import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { PlanDocument } from '../../../domain/outline/plan-document.ts'
import { blocksOf, factTable } from './docx-blocks.ts'
import { margin, quiet, textWidth } from './docx-parts.ts'
import { sameBytes } from './same-bytes.ts'

/**
 * The document for a word processor: headings, tables and a table of contents that it knows as such. Called in a process of its own
 * (`makeApart`).
 */
export async function make(document: PlanDocument): Promise<Uint8Array> {
  const { language, title, subject, author, draftMark, footer, pageOf, blocks } = document
  const word = new Document({
    title,
    subject,
    creator: author,
    lastModifiedBy: author,
    styles: stylesIn(language),
    numbering: { config: [{ reference: 'steps', levels: [steps] }] },
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: markHeader(draftMark), first: markHeader(draftMark) },
        footers: { default: pageFooter(footer, pageOf), first: new Footer({ children: [new Paragraph('')] }) },
        children: [...coverOf(document), ...contentsOf(document), ...blocksOf(blocks)],
      },
    ],
  })
  return sameBytes(await Packer.toBuffer(word), document.day)
}

const steps = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 400, hanging: 400 } } },
}

function stylesIn(language: PlanDocument['language']) {
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: '242424', font: 'Calibri' },
    paragraph: { spacing: { before, after, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: {
          font: 'Calibri',
          size: 21,
          color: '242424',
          language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' },
        },
        paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: heading(60, 0, 120),
      heading1: heading(38, 0, 200),
      heading2: heading(27, 360, 140),
      heading3: heading(23, 280, 100),
    },
    paragraphStyles: [
      { id: 'TOC1', name: 'toc 1', run: { bold: true }, paragraph: { spacing: { before: 120, after: 40 } } },
      { id: 'TOC2', name: 'toc 2', paragraph: { spacing: { after: 20 }, indent: { left: 280 } } },
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: quiet } },
      {
        id: 'TableCaption',
        name: 'Table caption',
        basedOn: 'Normal',
        run: { color: quiet, size: 20 },
        paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
      },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 20 }, paragraph: { spacing: { after: 20 } } },
    ],
  }
}

function coverOf({
  title,
  organisation,
  subject,
  draftMark,
  cover,
}: PlanDocument): readonly (Paragraph | Table)[] {
  const red = 'A4262C'
  const side = { style: BorderStyle.SINGLE, size: 8, color: red, space: 6 }
  return [
    new Paragraph({ text: organisation ?? '', style: 'Quiet', spacing: { after: 3_000 } }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ children: [new TextRun({ text: subject, size: 26, color: quiet })], spacing: { after: 500 } }),
    ...(draftMark === null
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: draftMark, bold: true, color: red })],
            border: { top: side, bottom: side, left: side, right: side },
            spacing: { after: 400 },
          }),
        ]),
    factTable(cover),
  ]
}

/** The heading over the contents is no heading itself, or it would stand in its own list. */
function contentsOf({ contents }: PlanDocument) {
  return [
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 200 },
      children: [new TextRun({ text: contents, bold: true, size: 38 })],
    }),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2' }),
  ]
}

function markHeader(draftMark: string | null): Header {
  const children =
    draftMark === null ? [] : [new TextRun({ text: draftMark, bold: true, size: 17, color: 'A4262C' })]
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.END, children })] })
}

function pageFooter(footer: string, pageOf: string): Footer {
  const counted = pageOf.split(/(\{pages?\})/).flatMap((part) => {
    if (part === '') return []
    const field = part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part
    return [new TextRun({ children: [field], size: 17, color: quiet })]
  })
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'C7C7C7', space: 4 } },
        children: [new TextRun({ text: footer, size: 17, color: quiet }), new TextRun({ text: '\t' }), ...counted],
      }),
    ],
  })
}
