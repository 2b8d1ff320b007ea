import { describe, expect, it } from 'vitest'
import { type LiveEvent, makeLive, type Source } from './live-store.ts'

function setUp() {
  const opened: { after: string | null; source: Source & { readyState: number; closed: boolean } }[] = []
  const waits: { run: () => void; pause: number }[] = []
  const reported: unknown[] = []
  const live = makeLive(
    (after) => {
      const source = {
        readyState: 0,
        closed: false,
        onopen: null,
        onerror: null,
        onmessage: null,
        close() {
          this.closed = true
        },
      }
      opened.push({ after, source })
      return source
    },
    ((run: () => void, pause: number) => {
      waits.push({ run, pause })
      return 0
    }) as unknown as typeof setTimeout,
    (error) => reported.push(error),
  )
  const heard: LiveEvent[] = []
  live.on('ticket', (event) => heard.push(event))
  return { live, opened, waits, heard, reported, now: () => opened.at(-1)!.source }
}

describe('the live stream', () => {
  it('tells listeners of a topic what changed, and nobody else', () => {
    const { live, heard, now } = setUp()
    live.start()
    now().onmessage?.({ data: '{"topic":"ticket","subject":"1","data":{"by":"Jan"}}', lastEventId: '7' })
    now().onmessage?.({ data: '{"topic":"plan","subject":"2"}', lastEventId: '8' })
    now().onmessage?.({ data: 'not json', lastEventId: '' })
    expect(heard).toEqual([{ topic: 'ticket', subject: '1', data: { by: 'Jan' } }])
  })

  it('is lost while the browser reconnects, and on again after', () => {
    const { live, now, opened } = setUp()
    live.start()
    now().onopen?.()
    now().onerror?.()
    expect(live.state()).toBe('lost')
    now().onopen?.()
    expect(live.state()).toBe('on')
    expect(opened).toHaveLength(1)
  })

  it('goes on after the last event when the server had closed it, with growing pauses', () => {
    const { live, now, opened, waits, heard } = setUp()
    live.start()
    now().onopen?.()
    now().onmessage?.({ data: '{"topic":"ready"}', lastEventId: '8-1' })
    for (const pause of [1000, 2000, 4000]) {
      now().readyState = 2
      now().onerror?.()
      expect(waits.at(-1)!.pause).toBe(pause)
      waits.at(-1)!.run()
    }
    expect(opened.at(-1)!.after).toBe('8-1')
    heard.length = 0
    now().onopen?.()
    expect(heard).toEqual([])
  })

  it('says that anything may have changed when it was never told where it is', () => {
    const { live, now, waits, heard } = setUp()
    live.start()
    now().readyState = 2
    now().onerror?.()
    waits.at(-1)!.run()
    now().onopen?.()
    expect(heard).toEqual([{ topic: 'ticket', subject: null, data: {} }])
  })

  it('says so once it listens, of what pages fetched before', () => {
    const { live, now, heard } = setUp()
    live.start()
    expect(heard).toEqual([])
    now().onopen?.()
    now().onmessage?.({ data: '{"topic":"ready"}', lastEventId: '8-1' })
    now().onopen?.()
    expect(heard).toEqual([{ topic: 'ticket', subject: null, data: {} }])
  })

  it('tells everybody to look again when the server no longer has what was missed', () => {
    const { live, now, heard } = setUp()
    live.start()
    now().onmessage?.({ data: '{"topic":"resync"}', lastEventId: '90' })
    expect(heard).toEqual([{ topic: 'ticket', subject: null, data: {} }])
  })

  it('reaches all listeners, also where one of them fails', () => {
    const { live, now, heard, reported } = setUp()
    const failure = new Error('no time in it')
    live.on('bridge-called', () => {
      throw failure
    })
    const after: LiveEvent[] = []
    live.on('bridge-called', (event) => after.push(event))
    live.on('zone', (event) => after.push(event))
    live.start()
    now().onopen?.()
    expect(heard.concat(after).map(({ topic }) => topic)).toEqual(['ticket', 'bridge-called', 'zone'])
    expect(reported).toEqual([failure])
  })

  it('ends with the sign-in', () => {
    const { live, now } = setUp()
    live.start()
    live.stop()
    expect(now().closed).toBe(true)
    expect(live.state()).toBe('off')
  })
})
