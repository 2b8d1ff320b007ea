import { get, type IncomingMessage } from 'node:http'

export type Heard = {
  readonly id: string
  readonly message: { readonly topic: string; readonly subject?: string; readonly seq?: number }
}

/** A page that listens to the live stream. */
export type LiveListener = {
  readonly heard: Heard[]
  readonly status: number
  /** Subjects of what was heard, without the stream's own messages. */
  readonly subjects: () => string[]
  readonly lastId: () => string | undefined
  readonly ended: Promise<void>
  readonly close: () => void
}

export async function listen(
  address: string,
  headers: Record<string, string>,
  lastId?: string,
): Promise<LiveListener> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(
      address,
      { headers: { ...headers, ...(lastId && { 'last-event-id': lastId }) }, agent: false },
      resolve,
    ).on('error', reject)
  })
  const heard: Heard[] = []
  let last = lastId
  let rest = ''
  answer.setEncoding('utf8')
  answer.on('data', (text: string) => {
    const frames = (rest + text).split('\n\n')
    rest = frames.pop() ?? ''
    for (const frame of frames) {
      const id = /^id: (.*)$/m.exec(frame)?.[1]
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      if (id !== undefined) last = id
      if (data !== undefined) heard.push({ id: last ?? '', message: JSON.parse(data) as Heard['message'] })
    }
  })
  const ended = new Promise<void>((resolve) => {
    answer.on('close', resolve)
    answer.on('error', () => resolve())
  })
  return {
    heard,
    status: answer.statusCode ?? 0,
    subjects: () => heard.flatMap(({ message }) => (message.seq === undefined ? [] : [message.subject ?? ''])),
    lastId: () => last,
    ended,
    close: () => answer.destroy(),
  }
}
