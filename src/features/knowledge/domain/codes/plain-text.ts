/** A text in which every sign is one of a keyboard, with where each stood in what was written. */
export type PlainText = { readonly text: string; readonly from: readonly number[] }

const alike: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\ufe63': '-',
  '\uff0d': '-',
  '\u00d7': 'x',
  '\u0445': 'x',
  '\u0425': 'X',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
}

const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u200c|\u200d/

/** What pages write for signs that mean something to them. */
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
}
const entity = /&(?:nbsp|lt|gt|quot|apos|amp|#160|#34|#39);/iy

/** Pages and documents put signs into a code that nobody sees, and write its minus and its digits in other widths. */
export function plainText(written: string): PlainText {
  let text = ''
  const from: number[] = []
  for (let at = 0; at < written.length; at += 1) {
    const sign = written.charAt(at)
    const code = written.charCodeAt(at)
    entity.lastIndex = at
    const named = sign === '&' ? entity.exec(written)?.[0] : undefined
    if (named !== undefined) {
      text += entities[named.toLowerCase()] ?? ' '
      from.push(at)
      at += named.length - 1
      continue
    }
    if (code > 0x7f && unseen.test(sign)) continue
    // Full-width forms stand at a fixed distance from the usual ones.
    text +=
      code < 0x80
        ? sign
        : code >= 0xff01 && code <= 0xff5e
          ? String.fromCharCode(code - 0xfee0)
          : (alike[sign] ?? sign)
    from.push(at)
  }
  return { text, from: [...from, written.length] }
}
