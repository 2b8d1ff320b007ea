import type { Duplex } from 'node:stream'
import type pg from 'pg'

/**
 * Lets everything that is asked of a connection within one turn of the event loop leave in one write. Measured: the write is
 * two fifths of the processor time that opening a ticket takes, whatever is in it.
 */
export function writeOncePerTurn(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
    const plain = client.query.bind(client) as (...given: unknown[]) => unknown
    let held = false
    const query = (...given: unknown[]) => {
      if (!held) {
        held = true
        stream.cork()
        process.nextTick(() => {
          held = false
          stream.uncork()
        })
      }
      return plain(...given)
    }
    client.query = query as typeof client.query
  })
}
