import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
import { createLog } from '#platform/log.ts'
import { type Acknowledged, type Counts, workTheDesk } from './client.ts'
import { prepareGround } from './ground.ts'
import { ended, placeFor, startProgram, untilReady } from './program.ts'
import { verify, wrongIn } from './verify.ts'

/**
 * Kills the program and its database while people work, and then looks whether anything that was acknowledged is lost, or anything
 * was done twice. Prints its findings as JSON; exit code 1 when something is wrong.
 *
 *     npm run faults            kills the program 20 times and the database 10 times
 *     npm run faults -- 4 2     fewer
 */
const [appKills = 20, databaseKills = 10] = process.argv.slice(2).map(Number)
const clients = 8
const log = createLog('error')

const dataFolder = mkdtempSync(join(tmpdir(), 'tierwise-faults-'))
chmodSync(dataFolder, 0o755)
const place = await placeFor(dataFolder)
const ground = await prepareGround(dataFolder, log, { hurried: true })
let program = await startProgram(place)

const acknowledged: Acknowledged = { tickets: new Map(), notes: new Map() }
const counts: Counts = { requests: 0, retries: 0, refused: 0, failed: 0, fullDisk: 0 }
const ending = new AbortController()
const agents = ['tess', 'tom', 'lies'] as const
const work = Array.from({ length: clients }, (_, index) =>
  workTheDesk({
    url: place.url,
    requester: ground.tokens[index % 2 === 0 ? 'ada' : 'bob'],
    agent: ground.tokens[agents[index % agents.length] ?? 'tess'],
    signal: ending.signal,
    acknowledged,
    counts,
  }),
)

const kills = shuffled([
  ...Array.from({ length: appKills }, () => 'program' as const),
  ...Array.from({ length: databaseKills }, () => 'database' as const),
])
for (const [index, kill] of kills.entries()) {
  await pause(1_500 + Math.random() * 2_000)
  console.error(`${index + 1}/${kills.length}: kill -9 of the ${kill}`)
  if (kill === 'program') {
    await ended(program, 'SIGKILL')
    program = await startProgram(place)
  } else {
    process.kill(postmasterId(), 'SIGKILL')
    await untilReady(place)
  }
}
await pause(2_000)
ending.abort()
await Promise.all(work)
// Every target of the last tickets has to have run out before it can be counted.
await pause(75_000)
await ended(program, 'SIGTERM')

const server = await startEmbeddedDatabase({ dataFolder, log, onLost: () => {} })
const database = openDatabase(server.url, { log })
const verdict = await verify({ database, clock: systemClock }, ground.orgId, acknowledged)
await database.destroy()
await server.stop()
rmSync(dataFolder, { recursive: true, force: true })

const wrong = wrongIn(verdict)
const found = {
  kills: { program: appKills, database: databaseKills },
  clients,
  acknowledged: { tickets: acknowledged.tickets.size, notes: acknowledged.notes.size },
  ...counts,
  ...verdict,
}
console.log(JSON.stringify(found, null, 2))
console.error(wrong === 0 ? 'Nothing lost, nothing doubled.' : `${wrong} things are wrong.`)
process.exit(wrong === 0 ? 0 : 1)

function postmasterId(): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ item }) => item)
}
