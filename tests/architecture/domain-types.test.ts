import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './tree.ts'

/** The compiler and the linter on a small tree with the settings of this repository. */
const tree = mkdtempSync(join(tmpdir(), 'tierwise-types-'))
const domain = join(tree, 'src/features/tickets/domain')

function run(tool: string, ...args: string[]) {
  const done = spawnSync(join(root, 'node_modules/.bin', tool), args, {
    cwd: tree,
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: done.status, says: `${done.stdout}${done.stderr}` }
}

beforeAll(() => {
  mkdirSync(domain, { recursive: true })
  mkdirSync(join(tree, 'src/features/tickets/server'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const file of ['package.json', '.oxlintrc.json', 'tsconfig.json'])
    cpSync(join(root, file), join(tree, file))
  for (const kind of ['base', 'domain', 'server', 'web', 'e2e']) {
    cpSync(join(root, `tsconfig.${kind}.json`), join(tree, `tsconfig.${kind}.json`))
  }
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('the rules cannot reach', () => {
  test.each([
    ['the process', 'export const x = process.env'],
    ['the network', "export const x = fetch('https://example.org')"],
    ['the page', 'export const x = document.title'],
    ['the disk', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync"],
    ['a timer', 'export const x = setTimeout(() => {}, 1)'],
  ])('%s', (_name, text) => {
    writeFileSync(join(domain, 'rule.ts'), `${text}\n`)
    const compiled = run('tsc', '-p', 'tsconfig.domain.json')
    expect(compiled.says).toMatch(/domain\/rule\.ts.*error TS(?:2584|2580|2304|2307|2591)/)
    expect(compiled.code).not.toBe(0)
  })

  test('but they can count', () => {
    writeFileSync(join(domain, 'rule.ts'), 'export const x: number = [1, 2].length\n')
    expect(run('tsc', '-p', 'tsconfig.domain.json')).toEqual({ code: 0, says: '' })
  })
})

describe('the linter finds', () => {
  const store = `import type { Kysely } from 'kysely'
type Db = Kysely<{ tickets: { id: string; stage: 'open' | 'closed' } }>
`
  test.each([
    [
      'a query that nobody awaits',
      "export function save(db: Db): void {\n  db.deleteFrom('tickets').execute()\n}",
      'no-floating-promises',
    ],
    [
      'a query in a transaction that nobody awaits',
      "export async function save(db: Db): Promise<void> {\n  await db.transaction().execute(async (trx) => {\n    trx.deleteFrom('tickets').execute()\n  })\n}",
      'no-floating-promises',
    ],
    [
      'a promise taken for a condition',
      'export function save(db: Db, may: () => Promise<boolean>): Db | null {\n  return may() ? db : null\n}',
      'no-misused-promises',
    ],
    [
      'a case that a switch forgets',
      "export function say(db: Db, stage: 'open' | 'closed'): void {\n  switch (stage) {\n    case 'open':\n      void db\n  }\n}",
      'switch-exhaustiveness-check',
    ],
    [
      'an await of nothing',
      'export async function save(db: Db): Promise<void> {\n  await db.isTransaction\n}',
      'await-thenable',
    ],
    ['any', 'export const save = (db: Db, x: any): unknown => [db, x]', 'no-explicit-any'],
  ])('%s', (_name, text, rule) => {
    writeFileSync(join(tree, 'src/features/tickets/server/store.ts'), `${store}${text}\n`)
    const linted = run('oxlint', '--type-aware', '--deny-warnings', 'src')
    expect(linted.says).toContain(rule)
    expect(linted.code).not.toBe(0)
  })

  test('nothing in a query that is awaited', () => {
    const text =
      "export async function save(db: Db): Promise<void> {\n  await db.deleteFrom('tickets').execute()\n}"
    writeFileSync(join(tree, 'src/features/tickets/server/store.ts'), `${store}${text}\n`)
    expect(run('oxlint', '--type-aware', '--deny-warnings', 'src')).toMatchObject({ code: 0 })
  })
})
