import { describe, expect, it } from 'vitest'
import type { Source } from './live-store.ts'
import { sharedSource, type TabMessage, type Tabs } from './shared-source.ts'

/** One browser: tabs that hear each other, and a lock that one of them holds. */
function browser() {
  const ears = new Set<(message: TabMessage) => void>()
  const queue: { lead: () => Promise<void>; signal: AbortSignal }[] = []
  const streams: (Source & { after: string | null })[] = []
  let held = false
  const grant = () => {
    const next = queue.shift()
    if (!next || held) return
    if (next.signal.aborted) return grant()
    held = true
    void next.lead().then(() => {
      held = false
      grant()
    })
  }
  const tab = (after: string | null = null) => {
    let mine: ((message: TabMessage) => void) | null = null
    const tabs: Tabs = {
      post: (message) => {
        for (const ear of [...ears]) if (ear !== mine) ear(message)
      },
      listen: (hear) => {
        mine = hear
        ears.add(hear)
        return () => ears.delete(hear)
      },
      lead: (lead, signal) => {
        queue.push({ lead, signal })
        if (!held) grant()
      },
    }
    const heard: string[] = []
    const source = sharedSource(after, tabs, (from) => {
      const stream = { after: from, readyState: 0, onopen: null, onerror: null, onmessage: null, close() {} }
      streams.push(stream)
      return stream
    })
    source.onopen = () => heard.push('open')
    source.onerror = () => heard.push(source.readyState === 2 ? 'closed' : 'lost')
    source.onmessage = ({ data }) => heard.push(data)
    return { source, heard }
  }
  return { tab, streams }
}

describe('the tabs of one browser', () => {
  it('share one stream and all hear everything', () => {
    const { tab, streams } = browser()
    const [one, two] = [tab(), tab()]
    streams[0]!.onopen?.()
    streams[0]!.onmessage?.({ data: 'a', lastEventId: '1' })
    expect(streams).toHaveLength(1)
    expect(one.heard).toEqual(['open', 'a'])
    expect(two.heard).toEqual(['open', 'a'])
  })

  it('a tab that opens later learns that the stream is open', () => {
    const { tab, streams } = browser()
    tab()
    streams[0]!.onopen?.()
    expect(tab().source.readyState).toBe(1)
  })

  it('when the leading tab closes, the next goes on after the last event', async () => {
    const { tab, streams } = browser()
    const [one, two] = [tab(), tab()]
    streams[0]!.onopen?.()
    streams[0]!.onmessage?.({ data: 'a', lastEventId: '7' })
    one.source.close()
    await new Promise((resolve) => setTimeout(resolve))
    expect(streams).toHaveLength(2)
    expect(streams[1]!.after).toBe('7')
    streams[1]!.onmessage?.({ data: 'b', lastEventId: '8' })
    expect(two.heard).toEqual(['open', 'a', 'b'])
    expect(one.heard).toEqual(['open', 'a'])
  })

  it('all tabs know when the stream is lost, and whether the server closed it', () => {
    const { tab, streams } = browser()
    const [one, two] = [tab(), tab()]
    const stream = streams[0]! as Source & { readyState: number }
    stream.onopen?.()
    stream.onerror?.()
    stream.readyState = 2
    stream.onerror?.()
    expect(one.heard).toEqual(['open', 'lost', 'closed'])
    expect(two.heard).toEqual(one.heard)
  })
})
