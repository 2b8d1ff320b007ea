import { describe, expect, it } from 'vitest'
import { makeNotices } from './notice-store.ts'

function setUp() {
  let now = 0
  const timers: { at: number; run: () => void }[] = []
  const notices = makeNotices({ now: () => now, wait: (run, ms) => timers.push({ at: now + ms, run }) })
  const pass = (seconds: number) => {
    now += seconds * 1000
    for (const timer of timers.splice(0)) {
      if (timer.at <= now) timer.run()
      else timers.push(timer)
    }
  }
  const done: string[] = []
  const send = (name: string) =>
    notices.show({
      text: name,
      seconds: 10,
      undo: () => void done.push(`undo ${name}`),
      commit: () => void done.push(`send ${name}`),
    })
  return { notices, pass, done, send }
}

describe('undo', () => {
  it('what was not undone within ten seconds happens, once', () => {
    const { notices, pass, done, send } = setUp()
    const id = send('reply')
    pass(9)
    expect(done).toEqual([])
    pass(1)
    notices.dismiss(id)
    expect(done).toEqual(['send reply'])
  })

  it('what was undone never happens', async () => {
    const { notices, pass, done, send } = setUp()
    await notices.undo(send('reply'))
    pass(60)
    expect(done).toEqual(['undo reply'])
    expect(notices.all()).toEqual([])
  })

  it('closing the message or leaving the page does not undo', () => {
    const { notices, done, send } = setUp()
    notices.dismiss(send('first'))
    send('second')
    notices.flush()
    expect(done).toEqual(['send first', 'send second'])
  })

  it('a fifth message makes the oldest happen instead of losing it', () => {
    const { pass, done, send, notices } = setUp()
    for (const name of ['a', 'b', 'c', 'd', 'e']) send(name)
    expect(notices.all().map((one) => one.text)).toEqual(['b', 'c', 'd', 'e'])
    expect(done).toEqual(['send a'])
    pass(10)
    expect(done).toEqual(['send a', 'send b', 'send c', 'send d', 'send e'])
  })
})
