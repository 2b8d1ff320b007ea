import { describe, expect, it } from 'vitest'
import { linkParts } from './links.ts'

const links = (text: string) => linkParts(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

describe('links in plain text', () => {
  it.each([
    ['See https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(www.example.org)', ['https://www.example.org']],
    ['https://example.org/a_(b)', ['https://example.org/a_(b)']],
    ['Write to ada.visser@example.org, please', ['mailto:ada.visser@example.org']],
    ['javascript:alert(1) data:text/html,x file:///etc/passwd', []],
    ['http://', []],
    ['0x80180013', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  it('together the parts are the text', () => {
    const text = 'First https://a.example/ then b@c.example.\nEnd'
    expect(
      linkParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('a long text of almost-addresses is cut in reasonable time', () => {
    const started = performance.now()
    linkParts('a.'.repeat(20_000) + '@'.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
