import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { startThrowAwayServer } from '#platform/database/embedded/throw-away.ts'
import { readCatalogue } from '#platform/database/generate/catalogue.ts'
import { rowInterfaces } from '#platform/database/generate/row-interfaces.ts'
import { schemaDump } from '#platform/database/generate/schema-dump.ts'
import { migrate } from '#platform/database/migrate.ts'
import type { Logger } from '#platform/log.ts'
import { openPlatform } from './platform.ts'
import { buildServer } from './server.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

type GeneratedFile = { readonly path: string; readonly text: string }

/** Writes everything that follows from the migrations and the contracts. Returns the paths of what changed. */
export async function generate(log: Logger): Promise<string[]> {
  const changed = (await generatedFiles(log)).filter(isStale)
  for (const { path, text } of changed) writeFileSync(path, text)
  return changed.map(({ path }) => relative(root, path))
}

/** The same, without writing: the paths of what `generate` would change. */
export async function findStale(log: Logger): Promise<string[]> {
  return (await generatedFiles(log)).filter(isStale).map(({ path }) => relative(root, path))
}

function isStale({ path, text }: GeneratedFile): boolean {
  return !existsSync(path) || readFileSync(path, 'utf8') !== text
}

async function generatedFiles(log: Logger): Promise<GeneratedFile[]> {
  const server = await startThrowAwayServer()
  try {
    const url = server.addressOf('postgres')
    await migrate(url, log)
    return [...(await fromDatabase(url)), await apiDescription(url, log)]
  } finally {
    await server.stop()
  }
}

async function apiDescription(url: string, log: Logger): Promise<GeneratedFile> {
  const { platform, close } = await openPlatform({ config: readConfig({}), url, log })
  try {
    const app = await buildServer(platform, { pages: null })
    const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
    await app.close()
    return { path: join(root, 'openapi.json'), text }
  } finally {
    await close()
  }
}

async function fromDatabase(url: string): Promise<GeneratedFile[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const catalogue = await readCatalogue(client)
    return [
      { path: join(root, 'src/platform/database/schema.generated.ts'), text: rowInterfaces(catalogue) },
      { path: join(root, 'migrations/schema.sql'), text: schemaDump(catalogue) },
    ]
  } finally {
    await client.end()
  }
}
