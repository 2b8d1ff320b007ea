import type { Measured } from './load.ts'
import type { DeviceContextMeasured } from './device-context.ts'
import type { ForecastMeasured } from './forecast.ts'
import type { LiveRoomMeasured } from './live-room.ts'
import { round } from './load.ts'

export type Row = {
  readonly operation: string
  readonly tickets: number
  readonly clients: number
  readonly api: Measured
  readonly raw: Measured
}

export type Rest = {
  readonly mail: { readonly mails: number; readonly perSecond: number }
  readonly memory: { readonly programMb: number; readonly databaseMb: number }
  readonly starts: { readonly firstSeconds: number; readonly warmSeconds: number }
  readonly forecast: ForecastMeasured
  readonly liveRoom: LiveRoomMeasured
  readonly deviceContext: DeviceContextMeasured
}

export function printTable(rows: readonly Row[], rest: Rest): void {
  const { mail, memory, starts, forecast, liveRoom } = rest
  const lines = [
    '| what | tickets | clients | API /s | p50 ms | p95 ms | raw /s | raw p95 ms | API : raw |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ operation, tickets, clients, api, raw }) =>
        `| ${operation} | ${tickets} | ${clients} | ${api.perSecond} | ${api.p50Ms} | ${api.p95Ms} | ${raw.perSecond} | ${raw.p95Ms} | ${round(api.perSecond / raw.perSecond)} |`,
    ),
    '',
    `Inbound mail: ${mail.perSecond} mails/s (${mail.mails} mails by SMTP until every one was a ticket).`,
    `Memory: program ${memory.programMb} MB, database ${memory.databaseMb} MB (proportional share).`,
    `Forecast of a year, ${forecast.users} users, ${forecast.replications} replications: ${forecast.seconds} s on ${forecast.processors} processors, ${forecast.memoryMb} MB (${forecast.ticketsPlayed} tickets played).`,
    `Bridge with ${liveRoom.listeners} pages: all hear of an event in p50 ${liveRoom.p50Ms} ms, p99 ${liveRoom.p99Ms} ms (slowest ${liveRoom.slowestMs} ms, ${liveRoom.events} events, ${liveRoom.lost} lost); of an update of the notes by ${liveRoom.writers} writers in p99 ${liveRoom.notesP99Ms} ms (${liveRoom.updates} updates, ${liveRoom.notesLost} lost); ${liveRoom.looksPerSecond} looks at the room a second.`,
    ...contextLines(rest.deviceContext),
    `Start: first ${starts.firstSeconds} s, warm ${starts.warmSeconds} s.`,
  ]
  console.error(lines.join('\n'))
}

function contextLines({ openingWithoutTenantMs, page, context }: DeviceContextMeasured): readonly string[] {
  const said = {
    noTenant: 'no tenant',
    alive: 'alive',
    refuses: 'refuses',
    swallows: 'swallows every call',
  } as const
  return [
    `Freezing at the opening of a ticket without a tenant: ${openingWithoutTenantMs} ms.`,
    ...(['noTenant', 'alive', 'refuses', 'swallows'] as const).map(
      (state) =>
        `Microsoft ${said[state]}: a ticket p50 ${page[state].p50Ms} ms, p95 ${page[state].p95Ms} ms; the context beside it p50 ${context[state].p50Ms} ms, p95 ${context[state].p95Ms} ms.`,
    ),
  ]
}
