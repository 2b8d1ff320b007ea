import pg from 'pg'

/** How a connection says that the server went away: by the socket, and by PostgreSQL itself (class 57: it is stopping). */
const lostCodes = new Set([
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
  'ENOENT',
  '57P01',
  '57P02',
  '08006',
  '08003',
  '08001',
])
const lostMessages = /connection terminated|connection ended|client has encountered a connection error/i

/**
 * A pool whose queries fail with `57P03` (cannot connect now) whenever the server is away. The job runner tries again on that code and
 * on few others; after any other it leaves a rejected promise behind, which ends the process
 * (graphile-worker 0.18.0: `completeJob(job)` in worker.js is not awaited).
 */
export function patientPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options)
  const patched = new WeakSet<pg.PoolClient>()
  const connect = pool.connect.bind(pool)
  const connectPatiently = async (): Promise<pg.PoolClient> => {
    const client = await connect().catch(sayUnreachable)
    if (!patched.has(client)) {
      patched.add(client)
      const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
      client.query = ((...given: unknown[]) => {
        const answer = query(...given)
        return answer instanceof Promise ? answer.catch(sayUnreachable) : answer
      }) as typeof client.query
    }
    return client
  }
  type Taker = (error: Error | undefined, client?: pg.PoolClient, release?: pg.PoolClient['release']) => void
  // `pool.query` itself connects with a callback.
  pool.connect = ((taker?: Taker) => {
    if (!taker) return connectPatiently()
    connectPatiently().then((client) => taker(undefined, client, (error) => client.release(error)), taker)
    return undefined
  }) as typeof pool.connect
  return pool
}

function sayUnreachable(cause: unknown): never {
  if (!isLost(cause)) throw cause
  throw Object.assign(new Error('The database cannot be reached now', { cause }), { code: '57P03' })
}

function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && lostCodes.has(String(error.code))) || lostMessages.test(error.message)
}
