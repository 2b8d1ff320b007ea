/** Elements whose content nobody reads. */
const unread = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg', 'math'])
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'table'])

/** Names of the characters 160 to 255, in order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const entities = new Map<string, string>([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['euro', '€'],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['zwnj', ''],
  ['zwj', ''],
])

/**
 * HTML to the text a person would read, in one pass over the input however broken it is. Quoted blocks get `> `.
 * The answer is text, never markup.
 */
export function htmlToText(html: string): string {
  const page = newPage()
  let skipping: string | null = null
  let preformatted = 0
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const until = open === -1 ? html.length : open
    if (skipping === null && until > at) write(page, decodeEntities(html.slice(at, until)), preformatted > 0)
    if (open === -1) break
    const tag = readTag(html, open)
    at = tag.end
    if (tag.name === null) {
      if (skipping === null && tag.text !== '') write(page, tag.text, preformatted > 0)
      continue
    }
    if (skipping !== null) {
      if (tag.closing && tag.name === skipping) skipping = null
      // Mail that never closes its head has its text in it all the same.
      if (skipping === 'head' && tag.name === 'body') skipping = null
      continue
    }
    if (unread.has(tag.name) && !tag.closing) skipping = tag.name
    else if (tag.name === 'pre') preformatted = Math.max(0, preformatted + (tag.closing ? -1 : 1))
    layOut(page, tag.name, tag.closing)
  }
  endLine(page)
  return page.lines.join('\n').replace(/^\n+/, '').trimEnd()
}

/** Plain text as the simplest HTML that reads the same. */
export function textToHtml(text: string): string {
  return `<div>${escapeHtml(text).replaceAll('\n', '<br>\n')}</div>`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

type Page = { readonly lines: string[]; line: string[]; quotes: number; items: number }

function newPage(): Page {
  return { lines: [], line: [], quotes: 0, items: 0 }
}

function write(page: Page, text: string, preformatted: boolean): void {
  if (!preformatted) {
    page.line.push(text.replace(/[ \t\r\n\f]+/g, ' '))
    return
  }
  const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n')
  page.line.push(first)
  for (const line of rest) {
    breakLine(page)
    page.line.push(line)
  }
}

function breakLine(page: Page): void {
  const text = page.line.join('').replaceAll('\u00A0', ' ').trimEnd()
  const shown = text.startsWith(' ') && !text.startsWith('  ') ? text.slice(1) : text
  page.lines.push(page.quotes > 0 ? `${'>'.repeat(Math.min(page.quotes, 20))} ${shown}`.trimEnd() : shown)
  page.line = []
}

function endLine(page: Page): void {
  if (page.line.some((text) => text.trim() !== '')) breakLine(page)
  else page.line = []
}

function layOut(page: Page, name: string, closing: boolean): void {
  if (name === 'br') breakLine(page)
  else if (name === 'td' || name === 'th') page.line.push(closing ? ' ' : '')
  else if (blocks.has(name)) {
    endLine(page)
    if (name === 'blockquote') page.quotes = Math.max(0, page.quotes + (closing ? -1 : 1))
    const last = page.lines.at(-1)
    if (spaced.has(name) && last !== undefined && last.replace(/^[> ]+/, '') !== '') breakLine(page)
    if (name === 'hr') page.lines.push('________________________________')
    if (name === 'li' && !closing) page.line.push('- ')
  }
}

type Tag = { readonly name: string | null; readonly closing: boolean; readonly text: string; readonly end: number }

function readTag(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: null, closing: false, text: '', end: end === -1 ? html.length : end + 3 }
  }
  const start = /^<(\/?)([a-z][a-z0-9:-]{0,30})/i.exec(html.slice(open, open + 40))
  if (start === null && !html.startsWith('<!', open) && !html.startsWith('<?', open)) {
    return { name: null, closing: false, text: '<', end: open + 1 }
  }
  const end = html.indexOf('>', open)
  return {
    name: start === null ? null : (start[2] ?? '').toLowerCase(),
    closing: start?.[1] === '/',
    text: '',
    end: end === -1 ? html.length : end + 1,
  }
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,10}));?/gi,
    (written, decimal, hex, name) => {
      if (name !== undefined) return entities.get(name) ?? written
      const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
    },
  )
}
