import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** What goes wrong with a connection after a while. */
const faults = ['cut', 'answer-lost', 'half-closed', 'stalled'] as const
type Fault = (typeof faults)[number]

export type FaultProxy = {
  readonly port: number
  /** How often each fault has struck. */
  readonly struck: Readonly<Record<Fault, number>>
  /** From here on nothing goes wrong any more; connections that stall are cut. */
  readonly heal: () => void
  readonly close: () => Promise<void>
}

export type FaultOptions = {
  /** The port that it stands before. */
  readonly to: number
  /** A number below 1, as `Math.random`. */
  readonly chance: () => number
  /** For how long a connection lives, on average. */
  readonly livesMs: number
  readonly delayMs: number
}

/**
 * Stands between pages and the server as a bad network does. Connections are cut in the middle of what they say; answers are lost of
 * what the server has done already, so that whoever asked asks again; one side stops speaking; nothing moves; everything is late.
 */
export async function faultProxy({ to, chance, livesMs, delayMs }: FaultOptions): Promise<FaultProxy> {
  const struck = { cut: 0, 'answer-lost': 0, 'half-closed': 0, stalled: 0 }
  const open = new Set<() => void>()
  let healed = false

  const server = createServer({ allowHalfOpen: true }, (page) => {
    const upstream = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true })
    let deaf = false
    let silent = false
    const end = () => {
      page.destroy()
      upstream.destroy()
      open.delete(end)
    }
    open.add(end)
    for (const socket of [page, upstream]) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', end)
    }
    carry(
      page,
      upstream,
      () => !silent,
      () => (healed ? 0 : chance() * delayMs),
    )
    carry(
      upstream,
      page,
      () => !silent && !deaf,
      () => (healed ? 0 : chance() * delayMs),
    )

    const strike = () => {
      if (healed || page.destroyed) return
      const fault = faults[Math.floor(chance() * faults.length)] ?? 'cut'
      struck[fault] += 1
      if (fault === 'cut') return end()
      if (fault === 'answer-lost') {
        deaf = true
        setTimeout(end, 60)
      }
      if (fault === 'half-closed') {
        upstream.end()
        setTimeout(end, 60)
      }
      if (fault === 'stalled') {
        silent = true
        setTimeout(end, 200)
      }
    }
    setTimeout(strike, -Math.log(1 - chance()) * livesMs).unref()
  })
  await listening(server)
  return {
    port: (server.address() as AddressInfo).port,
    struck,
    heal: () => {
      healed = true
    },
    close: async () => {
      for (const end of open) end()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Passes on what one says to the other, in order, each piece after a pause. */
function carry(from: Socket, to: Socket, passes: () => boolean, pause: () => number): void {
  let before: Promise<void> = Promise.resolve()
  const inTurn = (step: () => void) => {
    before = before.then(() => new Promise((done) => setTimeout(done, pause()))).then(step)
  }
  from.on('data', (piece) => inTurn(() => passes() && !to.destroyed && to.write(piece)))
  from.on('end', () => inTurn(() => passes() && to.end()))
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}
