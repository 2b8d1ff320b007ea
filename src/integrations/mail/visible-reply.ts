/** A reply and what stands below or between it of earlier mails. Together they are the whole text. */
export type VisibleReply = { readonly reply: string; readonly history: string }

/**
 * Separates what somebody wrote now from the history their mail program put with it. Where nothing would be left, the
 * whole text is the reply: words are never lost to a wrong guess.
 */
export function visibleReply(text: string): VisibleReply {
  const lines = text.replaceAll('\u00A0', ' ').split('\n')
  const end = historyStart(lines)
  const above = lines.slice(0, end)
  const below = lines.slice(end)
  const { kept, quoted } = withoutAttributedQuotes(above)
  const trimmed = withoutTrailingQuote(kept)
  const reply = trimmed.kept.join('\n').trim()
  if (reply === '') return { reply: text.trim(), history: '' }
  return { reply, history: [...quoted, ...trimmed.quoted, ...below].join('\n').trim() }
}

const separators: readonly RegExp[] = [
  /^[-_ ]{3,20}(?:original message|oorspronkelijk bericht|origineel bericht|ursprüngliche nachricht|message d'origine|reply message|bericht beantwoorden)[-_ ]{3,20}$/i,
  /^-{2,10} ?(?:forwarded message|doorgestuurd bericht|doorgezonden bericht)/i,
]

/** The line from which everything is history: a separator, or the block of headers that Outlook writes. */
function historyStart(lines: readonly string[]): number {
  for (const [index, written] of lines.entries()) {
    const line = written.slice(0, 300).trim()
    if (separators.some((separator) => separator.test(line))) return index
    if (isHeaderBlock(lines, index)) return beforeRule(lines, index)
    if (isUnquotedAttribution(lines, index)) return index
  }
  return lines.length
}

const fromLine = /^[>*\s]{0,6}(?:from|van|von|de)\s?:\*?\s+\S/i
const sentLine = /^[>*\s]{0,6}(?:sent|date|verzonden|datum|verstuurd|gesendet|envoyé|date d'envoi)\s?:\*?\s+\S/i
const otherLine = /^[>*\s]{0,6}(?:to|aan|an|à|cc|subject|onderwerp|betreff|objet)\s?:\*?\s*\S/i

/** From, Sent, To, Subject: within a few lines of each other, in any order that mail programs use. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!fromLine.test((lines[index] ?? '').slice(0, 200))) return false
  const next = lines.slice(index + 1, index + 7).map((line) => line.slice(0, 200))
  return next.some((line) => sentLine.test(line)) && next.some((line) => otherLine.test(line))
}

/** Outlook draws a rule above its block. */
function beforeRule(lines: readonly string[], index: number): number {
  let start = index
  while (start > 0 && (lines[start - 1] ?? '').trim() === '') start -= 1
  return start > 0 && /^_{10,}$/.test((lines[start - 1] ?? '').trim()) ? start - 1 : index
}

const attributions: readonly RegExp[] = [
  /^on .{6,250}\bwrote\s?:$/i,
  /^op .{6,250}\b(?:schreef|heeft|geschreven)\b.{0,150}:$/i,
  /^am .{6,250}\bschrieb\b.{0,150}:$/i,
  /^le .{6,250}\ba écrit\s?:$/i,
  /^.{3,150}<[^<>\s]{3,200}>\s?(?:wrote|schreef)\b.{0,120}:$/i,
  /^\d{4}-\d\d-\d\d.{3,150}<[^<>\s]{3,200}>\s?:$/,
]

/** How many lines from here say who wrote what follows; mail programs wrap that sentence. Zero where none does. */
function attributionLength(lines: readonly string[], index: number): number {
  for (let length = 1; length <= 3; length += 1) {
    const taken = lines.slice(index, index + length).map((line) => line.slice(0, 300).trim())
    if (taken.includes('') || taken.some((line) => line.startsWith('>'))) return 0
    const sentence = taken.join(' ')
    if (attributions.some((attribution) => attribution.test(sentence))) return length
  }
  return 0
}

/** An attribution after which nothing is marked as quoted: all of it is. */
function isUnquotedAttribution(lines: readonly string[], index: number): boolean {
  const length = attributionLength(lines, index)
  return length > 0 && !isQuote(firstFilled(lines, index + length))
}

function firstFilled(lines: readonly string[], from: number): string {
  for (let at = from; at < lines.length; at += 1) if ((lines[at] ?? '').trim() !== '') return lines[at] ?? ''
  return ''
}

function isQuote(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

/** Takes out every quote that is announced, so that an answer below it stays. */
function withoutAttributedQuotes(lines: readonly string[]): { kept: string[]; quoted: string[] } {
  const kept: string[] = []
  const quoted: string[] = []
  for (let at = 0; at < lines.length; ) {
    const length = attributionLength(lines, at)
    if (length === 0) {
      kept.push(lines[at] ?? '')
      at += 1
      continue
    }
    let end = at + length
    while (end < lines.length && (isQuote(lines[end] ?? '') || isBlankInQuote(lines, end))) end += 1
    quoted.push(...lines.slice(at, end))
    at = end
  }
  return { kept, quoted }
}

function isBlankInQuote(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? '').trim() === '' && isQuote(firstFilled(lines.slice(0, at + 20), at))
}

/** A quote at the very end answers nothing below it; quotes between answers are kept, they say what is answered. */
function withoutTrailingQuote(lines: readonly string[]): { kept: readonly string[]; quoted: readonly string[] } {
  let end = lines.length
  while (end > 0 && ((lines[end - 1] ?? '').trim() === '' || isQuote(lines[end - 1] ?? ''))) end -= 1
  return { kept: lines.slice(0, end), quoted: lines.slice(end) }
}
