import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import type { Card, FigureBlock, PlanDocument } from '../../../domain/outline/plan-document.ts'
import { figureSvg } from '../svg/figure-svg.ts'
import { tierInks, tierTints } from '../svg/svg-parts.ts'
import { fontsFor } from './fonts.ts'

const require = createRequire(import.meta.url)

/**
 * The document as PDF: tagged, with bookmarks, in the language's own hyphenation. Takes a second of computing and a
 * hundred megabytes, so it is made in a thread of its own.
 */
export async function pdfDocument(document: PlanDocument): Promise<Uint8Array> {
  const data = JSON.stringify(dataOf(document))
  const compiler = await openCompiler(fontsFor(data))
  try {
    compiler.add_source('/plan.typ', readFileSync(join(import.meta.dirname, 'plan.typ'), 'utf8'))
    const full = 3
    const { result, diagnostics } = compiler.compile('/plan.typ', [['data', data]], 'pdf', full) as Compiled
    if (!result)
      throw new Error(`Typst could not make the document: ${JSON.stringify(diagnostics ?? []).slice(0, 2000)}`)
    return result
  } finally {
    compiler.free()
  }
}

type Compiled = { readonly result?: Uint8Array; readonly diagnostics?: readonly unknown[] }

async function openCompiler(fonts: readonly Uint8Array[]): Promise<TypstCompiler> {
  initSync({ module: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  return builder.build()
}

/** Cards with more than this are broken over pages rather than pushed to the next one. */
const mostOnOnePage = 24

function dataOf(document: PlanDocument): unknown {
  const [year = 2000, month = 1, day = 1] = document.day.split('-').map(Number)
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'figure')
      return {
        ...block,
        svg: onePage(block).map((part) => figureSvg(part, false)),
        width: widthOf(block.figure.kind),
      }
    if (block.kind === 'card') return { ...block, long: sizeOf(block) > mostOnOnePage }
    return block
  })
  return broken({
    ...document,
    blocks,
    properties: { title: document.title },
    date: [year, month, day],
    region: document.language === 'nl' ? 'NL' : 'GB',
    inks: tierInks,
    tints: tierTints,
  })
}

/** A calendar of more bars goes on on the next page. */
const barsOnOnePage = 16

function onePage(block: FigureBlock): readonly FigureBlock[] {
  const { figure } = block
  if (figure.kind !== 'calendar') return [block]
  const { bars } = figure
  return Array.from({ length: Math.max(1, Math.ceil(bars.length / barsOnOnePage)) }, (_, part) => ({
    ...block,
    figure: { ...figure, bars: bars.slice(part * barsOnOnePage, (part + 1) * barsOnOnePage) },
  }))
}

const widthOf = (kind: string) => (kind === 'calendar' ? 1 : 0.8)

function sizeOf({ blocks }: Card): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + 1 + block.text.length / 90
    if (block.kind === 'table') return sum + block.rows.length * 1.5 + 2
    const lines = block.kind === 'list' ? block.items : block.items.map((item) => item.value)
    return sum + lines.flat().reduce((all, one) => all + 1 + one.text.length / 70, 0)
  }, 2)
}

/** Typst breaks a line between words alone; what is longer than a column gets places to break at that nobody sees. */
function broken(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'svg' || key === 'link' || key === 'alt' ? value : breakable(value)
  if (Array.isArray(value)) return value.map((one) => broken(one, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'properties' ? one : broken(one, name)]),
  )
}

const breakHere = '\u200b'
function breakable(text: string): string {
  return text
    .replace(/[^\s\u200b]{24,}/gu, (long) => long.replace(/[/._?&=-](?=[^\s/])/g, `$&${breakHere}`))
    .replace(/[^\s\u200b]{24,}/gu, (long) =>
      [...long].map((one, at) => (at % 16 === 15 ? `${one}${breakHere}` : one)).join(''),
    )
}
