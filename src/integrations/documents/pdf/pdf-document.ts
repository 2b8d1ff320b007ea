import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import type { Certificate } from '../certificate.ts'
import { cleaned } from '../clean-text.ts'
import { tierInks, tierTints } from '../colours.ts'
import type { Card, Report } from '../report.ts'
import { broken } from './break-words.ts'
import { fontsFor } from './fonts.ts'

const require = createRequire(import.meta.url)

export type PdfTask =
  | { readonly layout: 'report'; readonly document: Report }
  | { readonly layout: 'certificate'; readonly document: Certificate }

/** Takes a second of computing and a hundred megabytes: called in a process of its own (`makeApart`). */
export async function make({ layout, document }: PdfTask): Promise<Uint8Array> {
  const clean = cleaned(document)
  const data = JSON.stringify(broken({ ...commonOf(clean), ...('blocks' in clean ? reportOf(clean) : {}) }))
  const compiler = await openCompiler(fontsFor(data))
  try {
    compiler.add_source('/main.typ', readFileSync(join(import.meta.dirname, `${layout}.typ`), 'utf8'))
    const full = 3
    const { result, diagnostics } = compiler.compile('/main.typ', [['data', data]], 'pdf', full) as Compiled
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

function commonOf(document: Report | Certificate) {
  const [year = 2000, month = 1, day = 1] = document.day.split('-').map(Number)
  return {
    ...document,
    properties: { title: document.title },
    date: [year, month, day],
    region: document.language === 'nl' ? 'NL' : 'GB',
    inks: tierInks,
    tints: tierTints,
  }
}

/** Cards with more than this are broken over pages rather than pushed to the next one. */
const mostOnOnePage = 24

function reportOf({ blocks }: Report) {
  return {
    blocks: blocks.map((block) =>
      block.kind === 'card' ? { ...block, long: sizeOf(block) > mostOnOnePage } : block,
    ),
  }
}

function sizeOf({ blocks }: Card): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'paragraph') return sum + 1 + block.text.length / 90
    if (block.kind === 'table') return sum + block.rows.length * 1.5 + 2
    const lines = block.kind === 'list' ? block.items : block.items.map((item) => item.value)
    return sum + lines.flat().reduce((all, one) => all + 1 + one.text.length / 70, 0)
  }, 2)
}
