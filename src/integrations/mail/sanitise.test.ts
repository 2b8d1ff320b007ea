import { describe, expect, it } from 'vitest'
import { htmlToText, textToHtml } from './html-text.ts'
import { sanitiseMailHtml } from './sanitise.ts'

const show = (html: string): string =>
  sanitiseMailHtml(html, (cid) => (cid === 'logo@x' ? '/api/v1/files/1' : null))

describe('the HTML of a mail', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jAvA\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name=p><button>go</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<style>@import "https://evil.example/x.css"</style>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    '<p onclick="alert(1)" style="position:fixed;background:url(https://evil.example)">x</p>',
    '<img src="cid:logo@x" onload="alert(1)">',
    '<img alt="<script>alert(1)</script>" src="https://evil.example/pixel.gif">',
    '<object data="x"></object><embed src="x"><link rel=stylesheet href="https://evil.example">',
  ])('runs nothing: %s', (html) => {
    expect(show(html)).not.toMatch(
      /<(?:script|svg|iframe|form|input|meta|base|style|math|object|embed|link)|\son\w+=|javascript:|data:text/i,
    )
  })

  it.each([
    '<img src="https://tracker.example/pixel.gif">',
    '<img src="//tracker.example/pixel.gif">',
    '<img srcset="https://tracker.example/a.png 2x" src="cid:other">',
    '<table background="https://tracker.example/x.png"><tr><td style="background:url(https://tracker.example)">x</td></tr></table>',
    '<video poster="https://tracker.example/p.png" src="https://tracker.example/v.mp4"></video>',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  ])('fetches nothing from elsewhere: %s', (html) => {
    expect(show(html)).not.toMatch(/tracker\.example|data:|<img/)
  })

  it('shows the pictures of the mail itself', () => {
    expect(show('<img src="cid:logo%40x" alt="Logo" width="40" height="9999999">')).toBe(
      '<img src="/api/v1/files/1" alt="Logo" width="40" />',
    )
  })

  it('opens links elsewhere, without saying where from', () => {
    expect(show('<a href="https://x.example" target="_top" rel="opener">x</a>')).toBe(
      '<a href="https://x.example" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    )
  })

  it('keeps what people write', () => {
    const html = '<p>Hallo <b>daar</b></p><ul><li>een</li></ul><table><tr><td colspan="2">x</td></tr></table>'
    expect(show(html)).toBe(html)
  })

  it.each([
    ['200,000 open tags', '<div>'.repeat(200_000)],
    ['open comments', '<!--'.repeat(200_000)],
    ['megabytes', '<p>x</p>'.repeat(500_000)],
    ['attributes', `<p ${'a=b '.repeat(200_000)}>`],
  ])('is made safe in time, however it is made: %s', (_what, html) => {
    const before = performance.now()
    show(html)
    expect(performance.now() - before).toBeLessThan(4000)
  })
})

describe('HTML as text', () => {
  it.each([
    ['<p>Een</p><p>Twee</p>', 'Een\n\nTwee'],
    ['<div>Een</div><div>Twee</div>', 'Een\nTwee'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<blockquote>oud<br>ouder</blockquote>nieuw', '> oud\n> ouder\n\nnieuw'],
    ['a &lt;b&gt; &#x20AC;&#8364;&eacute;', 'a <b> €€é'],
    ['<head><title>x</title></head><body>y</body>', 'y'],
    ['1 < 2 en 3 > 2', '1 < 2 en 3 > 2'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
  ])('%s', (html, text) => expect(htmlToText(html)).toBe(text))

  it('comes back from text as it was', () => {
    const text = 'a <b>\n"c" & \'d\''
    expect(htmlToText(textToHtml(text))).toBe(text)
  })
})
