import { parseArgs } from 'node:util'
import pg from 'pg'
import { applicationConnection } from '#platform/database/connect.ts'
import { load } from './load.ts'
import { fillTickets } from './fill.ts'
import { measureDeviceContext } from './device-context.ts'
import { measureForecast } from './forecast.ts'
import { measureMail } from './inbound-mail.ts'
import { measureLiveRoom } from './live-room.ts'
import { operations } from './operations.ts'
import { printTable, type Row } from './report.ts'
import { openBed } from './bed.ts'

/**
 * Measures Tierwise through its API, each figure beside raw PostgreSQL doing the same statements in the same run. JSON on standard
 * output, a table on standard error. Everything runs on this machine, bounded in count and time.
 *
 *     npm run bench
 *     npm run bench -- --sizes 10000 --clients 1,8 --seconds 2
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    clients: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '4' },
    mails: { type: 'string', default: '300' },
    listeners: { type: 'string', default: '1000' },
  },
})
const numbers = (text: string) => text.split(',').map(Number)
const seconds = Number(values.seconds)

const bed = await openBed()
const rows: Row[] = []
try {
  for (const size of numbers(values.sizes)) {
    console.error(`filling up to ${size} tickets`)
    await fillTickets(bed.owner, bed.orgId, bed.modelId, size)
    const filled = await bed.withFilledIds()
    for (const operation of operations) {
      for (const clients of numbers(values.clients)) {
        const api = await load(clients, seconds, (client, turn) => operation.api(filled, client, turn))
        const pool = new pg.Pool({ ...applicationConnection(bed.databaseUrl), max: clients })
        pool.on('error', (error) => console.error(error.message))
        const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()))
        const raw = await load(clients, seconds, async (client, turn) => {
          const connection = connections[client]
          if (connection) await operation.raw(connection, filled, client, turn)
        })
        for (const connection of connections) connection.release()
        await pool.end()
        rows.push({ operation: operation.name, tickets: size, clients, api, raw })
        if (api.firstFailure) console.error(`${operation.name}: ${api.firstFailure}`)
        if (raw.firstFailure) console.error(`${operation.name} (raw): ${raw.firstFailure}`)
      }
    }
  }
  // The first mails meet threads and connections that are still coming to be.
  await measureMail(bed, 30)
  const mail = await measureMail(bed, Number(values.mails))
  const memory = bed.memory()
  const liveRoom = await measureLiveRoom(bed, Number(values.listeners), seconds)
  const deviceContext = await measureDeviceContext(bed)
  const forecast = await measureForecast()
  const starts = await bed.measureStarts()
  printTable(rows, { mail, memory, starts, forecast, liveRoom, deviceContext })
  console.log(
    JSON.stringify(
      { rows, mail, memory, starts, forecast, liveRoom, deviceContext, node: process.version },
      null,
      2,
    ),
  )
} finally {
  await bed.close()
}
