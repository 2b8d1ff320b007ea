import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/database/connect.ts'
import { startEmbeddedDatabase } from '#platform/database/embedded/supervisor.ts'
import { createLog } from '#platform/log.ts'
import { type Acknowledged, type Counts, workTheDesk } from './client.ts'
import { prepareGround } from './ground.ts'
import { ended, isReady, placeFor, startProgram, untilReady } from './program.ts'
import { verify, wrongIn } from './verify.ts'

/**
 * Fills the disk under a desk at work, several times, and looks whether it says so, comes back by itself when there is room, and
 * has everything that it acknowledged. The disk is a small one in memory, so this has to run as root.
 *
 *     npm run faults:disk            three times
 *     npm run faults:disk -- 1       once
 */
const [rounds = 3] = process.argv.slice(2).map(Number)
const diskMegabytes = 400
const fullMs = 10_000
const log = createLog('error')

const disk = mkdtempSync(join(tmpdir(), 'tierwise-small-disk-'))
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=0755`, 'tmpfs', disk])
process.once('exit', () => {
  execFileSync('umount', ['--lazy', disk])
  rmSync(disk, { recursive: true, force: true })
})
chmodSync(disk, 0o755)
const place = await placeFor(join(disk, 'data'))
const ground = await prepareGround(place.dataFolder, log, { hurried: false })
const program = await startProgram(place)

const acknowledged: Acknowledged = { tickets: new Map(), notes: new Map() }
const counts: Counts = { requests: 0, retries: 0, refused: 0, failed: 0, fullDisk: 0 }
const ending = new AbortController()
const work = (['tess', 'tom', 'lies', 'tess'] as const).map((agent, index) =>
  workTheDesk({
    url: place.url,
    requester: ground.tokens[index % 2 === 0 ? 'ada' : 'bob'],
    agent: ground.tokens[agent],
    signal: ending.signal,
    acknowledged,
    counts,
  }),
)

const ballast = join(disk, 'ballast')
const healedAfterSeconds: number[] = []
let readyWhileFull = 0
for (let round = 1; round <= rounds; round += 1) {
  await pause(3_000)
  console.error(`${round}/${rounds}: the disk is full`)
  const until = Date.now() + fullMs
  while (Date.now() < until) {
    fill()
    await pause(100)
  }
  if (await isReady(place.url)) readyWhileFull += 1
  rmSync(ballast)
  healedAfterSeconds.push(await untilReady(place))
}
await pause(3_000)
ending.abort()
await Promise.all(work)
await ended(program, 'SIGTERM')

const server = await startEmbeddedDatabase({ dataFolder: place.dataFolder, log, onLost: () => {} })
const database = openDatabase(server.url, { log })
const { latenessSeconds, targetsMissed, ...verdict } = await verify(
  { database, clock: systemClock },
  ground.orgId,
  acknowledged,
)
await database.destroy()
await server.stop()

const wrong =
  wrongIn({ ...verdict, latenessSeconds, targetsMissed }) + readyWhileFull + (counts.fullDisk === 0 ? 1 : 0)
console.log(
  JSON.stringify(
    {
      rounds,
      healedAfterSeconds,
      readyWhileFull,
      acknowledged: { tickets: acknowledged.tickets.size, notes: acknowledged.notes.size },
      ...counts,
      ...verdict,
    },
    null,
    2,
  ),
)
console.error(wrong === 0 ? 'Nothing lost, and it came back by itself.' : `${wrong} things are wrong.`)
process.exit(wrong === 0 ? 0 : 1)

/** Takes all the room that there is, also what the database frees meanwhile. */
function fill(): void {
  const { bavail, bsize } = statfsSync(disk)
  let room = bavail * bsize
  while (room > 0) {
    const part = Math.min(room, 8 * 1024 * 1024)
    try {
      appendFileSync(ballast, Buffer.alloc(part, 1))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
    room -= part
  }
}
