import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root, textOf } from './tree.ts'

const { graph } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  graph: Readonly<Record<string, readonly string[]>>
}

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
>
const manifest = JSON.parse(textOf('package.json')) as Manifest

const listed = (page: string) => [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((row) => row[1])

describe('the list of libraries', () => {
  const installed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

  test('is that of package.json', () => {
    const names = new Set(listed(textOf('docs/decisions/0009-libraries.md')))
    expect(names).toEqual(new Set(Object.keys(installed)))
  })

  test('holds exact versions only', () => {
    const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/
    expect(Object.entries(installed).filter(([, version]) => !exact.test(version))).toEqual([])
  })

  test('would miss a library without a line', () => {
    expect(listed('| `kysely` | SQL |\n| library | what |')).toEqual(['kysely'])
  })
})

type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }

/** Packages for other machines that the lock file does not hold: with one missing, `npm ci` refuses everywhere. */
const notLocked = (packages: Readonly<Record<string, Locked>>) =>
  Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  )

describe('the lock file', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }

  test('holds the packages of every platform', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100)
    expect(notLocked(packages)).toEqual([])
  })

  test('names no host to fetch from', () => {
    expect(Object.values(packages).filter((one) => one.resolved !== undefined)).toEqual([])
  })

  test('is refused without a platform', () => {
    const tool = { optionalDependencies: { 'tool-for-here': '1.0.0', 'tool-for-there': '1.0.0' } }
    expect(notLocked({ 'node_modules/tool': tool, 'node_modules/tool-for-here': {} })).toEqual(['tool-for-there'])
  })
})

describe('decisions', () => {
  const pages = filesBelow('docs/decisions').filter((path) => path.endsWith('.md'))

  test('are numbered without gaps', () => {
    const numbers = pages.map((path) => Number(/(\d{4})-[a-z0-9-]+[.]md$/.exec(path)?.[1]))
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('fit on a page, but for the list of libraries', () => {
    const long = pages.filter((path) => !path.includes('0009') && textOf(path).split('\n').length > 60)
    expect(long).toEqual([])
  })
})

/** The feature that a migration is named after; a feature of two words is written with a line below: `0027_vendor_cases.sql`. */
function featureOf(name: string): string {
  const words = name.replace(/^\d+_|[.]sql$/g, '').split('_')
  const two = words.slice(0, 2).join('-')
  return two in graph ? two : (words[0] ?? name)
}

/** Tables by the feature whose migration makes them: `0004_tickets.sql`, `0012_tickets_merge.sql`. */
function foreignKeys(migrations: readonly { readonly name: string; readonly sql: string }[]) {
  const ownerOf = new Map<string, string>()
  const keys: { from: string; to: string; table: string }[] = []
  for (const { name, sql } of migrations) {
    const feature = featureOf(name)
    const statements = sql.replace(/--[^\n]*/g, '').split(';')
    for (const statement of statements) {
      const made = /^\s*create table (?:if not exists )?(\w+)/i.exec(statement)?.[1]
      const changed = /^\s*alter table (?:only )?(\w+)/i.exec(statement)?.[1]
      if (made) ownerOf.set(made, feature)
      const table = made ?? changed
      if (!table) continue
      for (const [, target = ''] of statement.matchAll(/\breferences (\w+)/gi)) {
        keys.push({ from: feature, to: target, table })
      }
    }
  }
  return keys.map((key) => ({ ...key, to: ownerOf.get(key.to) ?? key.to }))
}

const againstTheGraph = (keys: ReturnType<typeof foreignKeys>) =>
  keys.filter(({ from, to }) => from !== to && to !== 'platform' && !graph[from]?.includes(to))

describe('foreign keys', () => {
  test('follow the edges between features', () => {
    const files = readdirSync(join(root, 'migrations')).filter((name) => /^\d+_.*[.]sql$/.test(name))
    const keys = foreignKeys(files.sort().map((name) => ({ name, sql: textOf(`migrations/${name}`) })))
    expect(keys.length).toBeGreaterThan(0)
    expect(againstTheGraph(keys)).toEqual([])
  })

  test('against an edge are found', () => {
    const keys = foreignKeys([
      { name: '0001_platform.sql', sql: 'create table files (id uuid);' },
      { name: '0002_people.sql', sql: 'create table persons (id uuid, face uuid references files (id));' },
      { name: '0004_tickets.sql', sql: 'create table tickets (who uuid references persons (id));' },
      { name: '0005_people_last.sql', sql: 'alter table persons add last uuid references tickets (id);' },
    ])
    expect(againstTheGraph(keys)).toEqual([{ from: 'people', to: 'tickets', table: 'persons' }])
  })

  test('are told apart for a feature whose name has two words', () => {
    const names = ['0027_vendor_cases.sql', '0017_bridges_rooms.sql', '0004_tickets.sql'].map(featureOf)
    expect(names).toEqual(['vendor-cases', 'bridges', 'tickets'])
  })
})

/** Folders in a drawn tree: `├─ name/` and deeper, or `path/of/it/` at the start of a line. */
function drawnFolders(page: string): string[] {
  const found: string[] = []
  let open: string[] = []
  for (const line of page.split('\n')) {
    const top = /^ {0,4}([\w.-]+(?:\/[\w.-]+)*)\/(?:\s|$)/.exec(line)
    const drawn = /^([\s│]*)[├└]─+ ([^\s]+)/.exec(line)
    if (drawn) {
      const depth = Math.floor((drawn[1] ?? '').replace(/^ {4}/, '').length / 3) + 1
      open = [...open.slice(0, depth), drawn[2]?.replace(/\/$/, '') ?? '']
      if (drawn[2]?.endsWith('/')) found.push(open.filter((part) => part !== '').join('/'))
    } else if (top) {
      open = [top[1] === 'tierwise' ? '' : (top[1] ?? '')]
    }
  }
  return found
}

describe('the tree drawn in ARCHITECTURE.md', () => {
  const drawn = existsSync(join(root, 'ARCHITECTURE.md')) ? drawnFolders(textOf('ARCHITECTURE.md')) : null

  test.skipIf(drawn === null)('is the tree on disk', () => {
    expect(drawn?.length).toBeGreaterThan(0)
    expect(drawn?.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
  })

  test.skipIf(drawn === null)('shows every feature, and every folder of src', () => {
    const folders = ['src', 'src/features'].flatMap((parent) =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${parent}/${entry.name}`),
    )
    expect(folders.filter((folder) => !drawn?.includes(folder))).toEqual([])
  })

  test('is read with its branches', () => {
    const page = [
      '    tierwise/',
      '    ├─ docs/          pages',
      '    │  └─ decisions/  why',
      '    └─ src/',
      '       ├─ features/',
      '       │  └─ tickets/ the process',
      '       └─ ui/',
      '',
      '    src/features/tickets/',
      '    ├─ domain/        rules',
      '    └─ contract.ts    routes',
    ].join('\n')
    expect(drawnFolders(page)).toEqual([
      'docs',
      'docs/decisions',
      'src',
      'src/features',
      'src/features/tickets',
      'src/ui',
      'src/features/tickets/domain',
    ])
  })
})
