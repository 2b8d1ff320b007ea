import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '../../domain/starter/starter-plan.ts'
import { starterTeams } from '../../domain/starter/teams.ts'
import { documentFormats } from '../../domain/versions/documents.ts'
import { planDocument } from './plan-document.ts'

const plan = starterPlan({ startDay: '2026-12-07', owner: 'Ria de Wit' })
const about = {
  organisation: 'Contoso',
  version: 2,
  state: 'published',
  day: '2026-11-22',
  approver: 'Ilse Bakker',
  teams: starterTeams,
} as const
const hash = (made: Uint8Array | string) => createHash('sha256').update(made).digest('hex')

test.each(documentFormats)('the same version gives the same bytes: %s', { timeout: 200_000 }, async (format) => {
  const make = () => planDocument(plan, { ...about, language: 'nl', format })
  expect(hash(await make())).toBe(hash(await make()))
})

describe('a PDF', () => {
  test('of a rollout of sixty waves has each of them on a page', { timeout: 200_000 }, async () => {
    const long = structuredClone(plan)
    const [phase] = long.involvement.phases.slice(-1)
    const [wave] = phase?.waves ?? []
    if (!phase || !wave) throw new Error('The starter plan has a wave in its last phase')
    phase.waves = Array.from({ length: 60 }, (_, index) => {
      const name = `No${index + 1}.`
      return { ...wave, key: `wave-${index}-of-sixty`, name: { nl: name, en: name } }
    })
    const made = await planDocument(long, { ...about, language: 'en', format: 'pdf' })
    const pdf = await getDocumentProxy(new Uint8Array(made as Uint8Array))
    const drawn = new Map<string, number>()
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const [, bottom = 0, , top = 0] = page.view
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item)) continue
        const y = Number(item.transform[5])
        if (y > bottom && y < top) drawn.set(item.str, (drawn.get(item.str) ?? 0) + 1)
      }
    }
    // Once in the calendar, and once in the table of waves.
    expect(phase.waves.map(({ name }) => [name.en, drawn.get(name.en)])).toEqual(
      phase.waves.map(({ name }) => [name.en, 2]),
    )
  })

  test('has a title without the marks at which a line may break', { timeout: 200_000 }, async () => {
    const name = 'https://intranet.contoso.example/support/plan'
    const titled = { ...plan, name: { nl: name, en: name } }
    const made = await planDocument(titled, { ...about, language: 'en', format: 'pdf' })
    const { info } = await (await getDocumentProxy(new Uint8Array(made as Uint8Array))).getMetadata()
    expect(info).toMatchObject({ Title: name })
  })

  test.each([
    ['nl', 'nl-NL', 'Ondersteuningsplan Microsoft Intune', 'Teams'],
    ['en', 'en-GB', 'Microsoft Intune support plan', 'Teams'],
  ] as const)(
    'in %s tells its language, title and structure',
    { timeout: 200_000 },
    async (language, tag, title, first) => {
      const pdf = await getDocumentProxy(
        new Uint8Array((await planDocument(plan, { ...about, language, format: 'pdf' })) as Uint8Array),
      )
      const { info } = await pdf.getMetadata()
      expect(info).toMatchObject({
        Title: title,
        Language: tag,
        Author: 'Ria de Wit',
        CreationDate: 'D:20261122000000Z',
      })
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
      expect((await pdf.getOutline()).map((entry) => entry.title)).toContain(first)
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getStructTree()),
      )
      const tree = JSON.stringify(pages)
      for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'Table', 'TH', 'TD', 'Figure', 'Link', 'TOCI'])
        expect(tree).toContain(`"role":"${role}"`)
      const alts = [...tree.matchAll(/"role":"Figure","children":\[[^\]]*\],"alt":"([^"]*)"/g)].map(
        ([, alt]) => alt ?? '',
      )
      expect(alts).toHaveLength(3)
      for (const alt of alts) expect(alt.length).toBeGreaterThan(80)
    },
  )
})

describe('a Word document', async () => {
  const files = unzipSync((await planDocument(plan, { ...about, language: 'nl', format: 'docx' })) as Uint8Array)
  const texts = Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)] as const)
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())

  test.each(texts.filter(([path]) => /[.](?:xml|rels)$/.test(path)))('%s is well formed', (_, xml) => {
    const open: string[] = []
    new Parser(
      { onopentag: (name) => void open.push(name), onclosetag: (name) => expect(open.pop()).toBe(name) },
      { xmlMode: true },
    ).end(xml)
    expect(open).toEqual([])
    expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i)
  })

  test('names every relation that it uses, and each part that a relation names is there', () => {
    const relations = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array())
    const ids = [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
    const used = [...body.matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id)
    expect(used.length).toBeGreaterThan(10)
    expect(used.filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    const parts = [...relations.matchAll(/Target="([^"]+)"(?![^>]*External)/g)].map(
      ([, target]) => `word/${target}`,
    )
    expect(parts.filter((path) => !(path in files))).toEqual([])
  })

  test('has headings, a table of contents, header rows and its language', () => {
    expect(body).toContain('w:val="Heading1"')
    expect(body).toMatch(/TOC \\[^<]*1-2/)
    expect((body.match(/<w:tblHeader\/>/g) ?? []).length).toBeGreaterThan(10)
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="nl-NL"')
  })
})
