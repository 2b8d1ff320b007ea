import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { card, fact, facts, heading, list, paragraphs, table } from '#features/plan/domain/outline/blocks.ts'
import { DocumentFailed, makeApart } from './apart/make-apart.ts'
import type { Certificate } from './certificate.ts'
import { certificatePdf, pdfOf } from './make-pdf.ts'
import type { Drawing, Report } from './report.ts'

const certificate: Certificate = {
  language: 'nl',
  title: 'Certificaat',
  organisation: 'Contoso',
  before: 'Hierbij verklaren wij dat',
  person: 'Tess van der Meer',
  between: 'de training heeft afgerond:',
  course: 'Intune voor de eerste lijn',
  permission: 'en in laag 1 mag werken',
  tier: 1,
  facts: [fact('Datum', '1 december 2026'), fact('Geldig tot', '1 december 2027'), fact('Nummer', 'TW-000123')],
  trainer: { name: 'Max Bakker', role: 'Trainer' },
  footer: 'Te controleren op desk.contoso.example',
  author: 'Contoso',
  day: '2026-12-01',
}

const minutes: Report = {
  language: 'en',
  title: 'Minutes of the wave 1 bridge',
  organisation: 'Contoso',
  subject: 'Tuesday 1 December 2026',
  author: 'Max Bakker',
  day: '2026-12-01',
  draftMark: null,
  footer: 'Minutes',
  pageOf: 'page {page} of {pages}',
  contents: null,
  cover: [fact('Host', 'Max Bakker')],
  blocks: [
    heading(1, 'Present'),
    ...table(
      'Per tier',
      [
        ['Tier', 1],
        ['Who', 3],
      ],
      [[[{ text: '1 Service desk' }], [{ text: 'Tess' }]]],
    ),
    heading(1, 'Discussed'),
    card(2, 'T-1042', [facts([fact('Cause', 'The limit was reached')]), list([[{ text: 'Tell wave 2' }]])]),
    {
      kind: 'figure',
      svg: ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'],
      width: 0.2,
      alt: 'A square',
      caption: 'Figure',
    },
    heading(2, 'Decisions'),
    ...paragraphs('First.\n\nSecond.'),
  ],
}

async function seen(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const page = await pdf.getPage(1)
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const { info } = await pdf.getMetadata()
  return {
    pages: pdf.numPages,
    isLying: right - left > top - bottom,
    info,
    marked: await pdf.getMarkInfo(),
    tree: JSON.stringify(await page.getStructTree()),
    text: (await extractText(pdf, { mergePages: true })).text,
  }
}

describe('a certificate', { timeout: 200_000 }, () => {
  test('is one lying page, tagged, in its language, that says all it was given', async () => {
    const { pages, isLying, info, marked, tree, text } = await seen(await certificatePdf(certificate))
    expect([pages, isLying]).toEqual([1, true])
    expect(info).toMatchObject({
      Title: 'Certificaat',
      Language: 'nl-NL',
      Author: 'Contoso',
      CreationDate: 'D:20261201000000Z',
    })
    expect(marked).toMatchObject({ Marked: true })
    for (const role of ['Table', 'TH', 'TD', 'P']) expect(tree).toContain(`"role":"${role}"`)
    const { person, course, organisation, before, between, permission, footer, trainer } = certificate
    const words = [person, course, organisation, before, between, permission, footer, trainer?.name, 'TW-000123']
    for (const one of words) expect(text).toContain(one)
  })

  test('stays one page with the longest names, and without what it may lack', async () => {
    const long = {
      person: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim(),
      course: 'A very long course '.repeat(10).trim(),
    }
    const bytes = await certificatePdf({ ...certificate, ...long, permission: null, trainer: null, tier: null })
    const { pages, text } = await seen(bytes)
    expect(pages).toBe(1)
    expect(text.replace(/\s+/g, '')).toContain(long.person.replaceAll(' ', ''))
  })

  test('has the same bytes each time', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await certificatePdf(certificate))
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })
})

describe('a report', { timeout: 200_000 }, () => {
  test('without contents begins on its first page, tagged, with its figures described', async () => {
    const { pages, isLying, info, tree, text } = await seen(await pdfOf(minutes))
    expect([pages, isLying]).toEqual([1, false])
    expect(info).toMatchObject({ Title: minutes.title, Language: 'en-GB' })
    for (const role of ['H1', 'H2', 'P', 'L', 'Table', 'TH', 'TD', 'Figure'])
      expect(tree).toContain(`"role":"${role}"`)
    expect(tree).toContain('"alt":"A square"')
    for (const one of ['page 1 of 1', 'Tess', 'The limit was reached', 'Second.']) expect(text).toContain(one)
  })

  test('is printed as it was typed, whatever was typed', async () => {
    const typed = '#panic("no") $x$ *b* @ref <label> // d #sys.inputs'
    const hidden = 'begin\u0000\u0007\u202e\ud800end'
    const blocks = [
      heading(1, typed),
      ...paragraphs(`${typed}\n${hidden}`),
      card(9, typed, [facts([fact(typed, typed)])]),
    ]
    const { text } = await seen(await pdfOf({ ...minutes, title: typed, draftMark: typed, blocks }))
    expect(text.replace(/\s+/g, ' ').split('#panic("no") $x$ *b* @ref').length).toBeGreaterThanOrEqual(7)
    expect(text).toContain('beginend')
  })

  test('may have nothing in it', async () => {
    expect((await seen(await pdfOf({ ...minutes, organisation: null, cover: [], blocks: [] }))).pages).toBe(1)
  })
})

describe('a document that cannot be made', { timeout: 60_000 }, () => {
  test('is told as broken, and the next one is made', async () => {
    const drawing: Drawing = { kind: 'figure', svg: ['this is no drawing'], width: 1, alt: '', caption: '' }
    const broken = pdfOf({ ...minutes, blocks: [drawing] })
    await expect(broken).rejects.toMatchObject({ name: 'DocumentFailed', code: 'document-broken' })
    expect((await pdfOf(minutes)).subarray(0, 5)).toEqual(new Uint8Array(Buffer.from('%PDF-')))
  })

  test('also where there is nobody to make it', async () => {
    const missing = makeApart(join(import.meta.dirname, 'nothing.ts'), {})
    await expect(missing).rejects.toBeInstanceOf(DocumentFailed)
  })
})
