import { type GraphConnection, GraphFailure, openGraph } from '#integrations/microsoft-graph/graph-client.ts'
import type { Platform } from '#platform/platform.ts'

/** A page waits for it. */
const longestMs = 15_000

/** What Microsoft says where it refuses to sign this connection in; null where it does not, or where no answer came. */
export async function refusalOf(
  { clock, log }: Pick<Platform, 'clock' | 'log'>,
  connection: GraphConnection,
): Promise<string | null> {
  const client = openGraph(connection, { clock, log })
  try {
    await Promise.race([client.signIn(), tooLong()])
    return null
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.code !== 'sign-in-refused') return null
    const { answer, graphCode } = error
    return graphCode === null || answer.startsWith(graphCode) ? answer : `${graphCode}: ${answer}`
  } finally {
    await client.close()
  }
}

function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer came in time')), longestMs).unref()
  })
}
