import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runVite } from '#app/build-web.ts'

type Chunk = { readonly file: string; readonly src?: string; readonly imports?: readonly string[] }
type Manifest = Readonly<Record<string, Chunk>>

const folder = mkdtempSync(join(tmpdir(), 'tierwise-first-load-'))
let manifest: Manifest = {}

beforeAll(async () => {
  await runVite(folder)
  manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What every page fetches before it can be seen, and what stands in the frames around it. */
const ground = ['index.html', '../../ui/theme/light.ts', '../../ui/i18n/nl.json']
const frame = [...ground, 'frames.tsx', 'i18n/nl.json']
const tickets = '../../features/tickets'
const desk = [
  ...frame,
  '../../features/people/web/PeopleAlways.tsx',
  `${tickets}/web/TicketAlways.tsx`,
  '../../features/notices/web/Bell.tsx',
  '../../features/notices/i18n/nl.json',
  `${tickets}/i18n/nl.json`,
]
const portal = [...frame, '../../features/portal/i18n/nl.json']

/** Thousands of bytes of script, gzipped as they are served. What a click fetches later is not in it. */
const pages = [
  {
    page: 'sign-in',
    most: 200,
    entries: [...ground, '../../features/people/web/entry/SignInPage.tsx', '../../features/people/i18n/nl.json'],
  },
  { page: 'portal', most: 200, entries: [...portal, '../../features/portal/web/MyTicketsPage.tsx'] },
  { page: 'today', most: 203, entries: [...desk, `${tickets}/web/today/TodayPage.tsx`] },
  { page: 'report', most: 217, entries: [...portal, '../../features/portal/web/report/ReportPage.tsx'] },
  { page: 'desk', most: 236, entries: [...desk, `${tickets}/web/desk/DeskPage.tsx`] },
  { page: 'ticket', most: 236, entries: [...desk, `${tickets}/web/TicketPage.tsx`] },
] as const

/** The files of these entries and of all that they import. */
function filesOf(entries: readonly string[]): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk)
      throw new Error(`${name} has no script of its own: is it imported where it should be fetched later?`)
    if (seen.has(name)) return
    seen.add(name)
    for (const one of chunk.imports ?? []) visit(one)
  }
  for (const entry of entries) visit(entry)
  return [...seen].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'))
}

const bytesOf = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

describe('the script of a first load', () => {
  test.each(pages)('of $page is at most $most kB', ({ entries, most }) => {
    const files = filesOf(entries)
    const total = files.reduce((sum, file) => sum + bytesOf(file), 0)
    expect(files.length).toBeGreaterThan(5)
    expect(total / 1000).toBeLessThanOrEqual(most)
  })

  test('would be too much with a dialog in it', () => {
    const total = filesOf([...pages[4].entries, `${tickets}/web/desk/OpenTicketDialog.tsx`]).reduce(
      (sum, file) => sum + bytesOf(file),
      0,
    )
    expect(total / 1000).toBeGreaterThan(pages[4].most)
  })

  test('has no checking of shapes in it, which is the work of the server', () => {
    const scripts = Object.values(manifest).map(({ file }) => file)
    expect(
      scripts.filter(
        (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes('ZodError'),
      ),
    ).toEqual([])
  })
})
