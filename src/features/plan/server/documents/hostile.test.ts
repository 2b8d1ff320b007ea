import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { starterPlan } from '../../domain/starter/starter-plan.ts'
import { cleanText } from '../../domain/outline/clean.ts'
import { type DocumentFormat, documentFormats } from '../../domain/versions/documents.ts'
import { planDocument } from './plan-document.ts'

/** Whoever writes a plan, or sends one in as a file, can put anything in its texts. */
const hostile = [
  ['Typst', '#panic("no") $x^2$ *b* _i_ @ref <label> `c` // d /* e */ \\u{41} #sys.inputs'],
  ['Markdown', '| a | [b](javascript:alert(1)) ![c](https://example.org/d) **e** ~~f~~ <https://example.org>'],
  ['HTML', '</style></title></svg><script>alert(1)</script> <img src=x onerror=alert(1)> &lt; "q" \'p\''],
  ['a word processor', ']]> <w:p/> </w:t> &amp; {PAGE} TOC \\o'],
  ['the page count', 'page {page} of {pages}'],
  ['other scripts', 'Ελλάδα Привет naïve œuvre'],
  ['a word of four thousand letters', 'w'.repeat(4000)],
] as const
const invisible = 'begin\u0000\u0007\u001b[31m\ud800\u202eend'
const text = (words: string) => ({ nl: words, en: words })

const plan = starterPlan({ startDay: '2026-12-07', owner: hostile[0][1] })
plan.teams.tiers[0]!.responsibilities = hostile.map(([, words]) => text(words))
plan.teams.tiers.forEach((tier, index) => (tier.name = text(hostile[index]![1])))
plan.name = text(hostile[2][1])
plan.purpose = text(`${'word '.repeat(799)}\n\n${invisible}`)
plan.process.categories[0]!.name = text(hostile[1][1])
plan.involvement.resources[0]!.url = 'javascript:alert(1)'
plan.involvement.resources[1]!.url = `https://example.org/${'a'.repeat(1500)}?b=<c>&d="e"`

const options = {
  language: 'en',
  organisation: hostile[2][1],
  version: 3,
  state: 'draft',
  day: '2026-11-22',
} as const
const made = new Map<DocumentFormat, Uint8Array | string>()
const said = new Map<DocumentFormat, string>()
/** What reads the PDF here loses each slash, which other readers do not; and the longest word goes on behind a page's footer. */
const seen = (format: DocumentFormat, words: string) =>
  dense(format === 'pdf' ? words.replaceAll('/', '').slice(0, 400) : words)
const dense = (words: string) => words.replace(/[\s\u00ad\u200b-]/gu, '')

beforeAll(async () => {
  for (const format of documentFormats) made.set(format, await planDocument(plan, { ...options, format }))
  said.set('html', textOfMarkup(String(made.get('html'))))
  const word = unzipSync(made.get('docx') as Uint8Array)
  said.set('docx', textOfMarkup(strFromU8(word['word/document.xml'] ?? new Uint8Array())))
  const pdf = await getDocumentProxy(new Uint8Array(made.get('pdf') as Uint8Array))
  said.set('pdf', (await extractText(pdf, { mergePages: true })).text.replaceAll('/', ''))
  said.set('markdown', String(made.get('markdown')).replace(/\\([^\p{L}\p{N}\s])/gu, '$1'))
}, 240_000)

function textOfMarkup(markup: string): string {
  const texts: string[] = []
  new Parser({ ontext: (words) => texts.push(words) }, { xmlMode: markup.startsWith('<?xml') }).end(markup)
  return texts.join('')
}

describe.each(documentFormats)('text that looks like code comes out of %s as text', (format) => {
  test.each(hostile)('%s', (_, words) => {
    const has = dense(said.get(format) ?? '').includes(seen(format, cleanText(words)))
    expect(has).toBe(true)
  })

  test('without what nobody can see', () => {
    expect(dense(said.get(format) ?? '').includes('begin[31mend')).toBe(true)
  })
})

test('a web page has no scripts, no handlers, no styles of its own, and no links but to the web', () => {
  const seen: string[] = []
  const attributes: (readonly [string, string])[] = []
  new Parser({
    onopentag: (name, given) => {
      seen.push(name)
      attributes.push(...Object.entries(given))
    },
  }).end(String(made.get('html')))
  expect(
    seen.filter((name) => ['script', 'img', 'iframe', 'link', 'base', 'form', 'object'].includes(name)),
  ).toEqual([])
  expect(attributes.filter(([name]) => name.startsWith('on') || name === 'style')).toEqual([])
  expect(attributes.filter(([name, value]) => name === 'href' && !/^(?:https?:\/\/|#)/.test(value))).toEqual([])
})

test('Markdown has no links that the plan did not make, and tables keep their columns', () => {
  const markdown = String(made.get('markdown'))
  expect(markdown).not.toMatch(/(?<!\\)\]\((?!<https?:)/)
  const rows = markdown.split('\n').filter((row) => row.startsWith('| '))
  const columns = (row: string) => row.replace(/\\\|/g, '').split('|').length
  let inTable = 0
  for (const row of rows) {
    if (/^\| (?:--- \| )*---/.test(row)) inTable = columns(row)
    else if (inTable > 0 && row.includes('alert(1)')) expect(columns(row)).toBe(inTable)
  }
  expect(inTable).toBeGreaterThan(0)
})
