import PostalMime from 'postal-mime'
import { decodeText } from './charset.ts'
import { type MailLimits, type ParseRefusal } from './parsed-mail.ts'

/** One part of a mail, its transfer encoding undone. */
export type MimePart = {
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  readonly disposition: string
  readonly dispositionParameters: Readonly<Record<string, string>>
  readonly contentId: string | null
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly content: Uint8Array
  readonly parts: readonly MimePart[]
}

/**
 * What postal-mime keeps of a part. Its answer has no charsets and merges parts, so the tree is read instead; the
 * package is pinned and `parse.test.ts` fails where its shape changes.
 */
type Node = {
  readonly contentType: { readonly parsed: Structured; readonly multipart: string | false }
  readonly contentTransferEncoding: { readonly encoding: string }
  readonly contentDisposition: { readonly parsed: Structured }
  readonly contentId?: string
  readonly headers: readonly { readonly key: string; readonly value: string }[]
  readonly content: ArrayBuffer | null
  readonly childNodes: readonly Node[]
}
type Structured = { readonly value: string; readonly params: Readonly<Record<string, string>> }

/** The parts of a raw mail as a tree, or the limit it breaks. */
export async function readMimeTree(
  raw: Uint8Array,
  limits: MailLimits,
): Promise<{ ok: true; value: MimePart } | { ok: false; refusal: ParseRefusal }> {
  if (raw.byteLength > limits.bytes) return { ok: false, refusal: { code: 'mail-too-large' } }
  const tooManyParts = { ok: false, refusal: { code: 'mail-too-many-parts' } } as const
  if (looksLikeTooManyParts(raw, limits.parts)) return tooManyParts
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: limits.depth })
  try {
    await parser.parse(raw)
  } catch (error) {
    const tooDeep = error instanceof Error && error.message.includes('nesting depth')
    return { ok: false, refusal: { code: tooDeep ? 'mail-too-deep' : 'mail-unreadable' } }
  }
  const root = partOf((parser as unknown as { readonly root: Node }).root, raw.at(-1) !== 0x0a)
  return countParts(root) > limits.parts ? tooManyParts : { ok: true, value: root }
}

function countParts(part: MimePart): number {
  return part.parts.reduce((sum, child) => sum + countParts(child), 1)
}

function partOf(node: Node, hasAddedBreak: boolean): MimePart {
  return {
    type: node.contentType.parsed.value.toLowerCase(),
    parameters: node.contentType.parsed.params,
    disposition: node.contentDisposition.parsed.value.toLowerCase(),
    dispositionParameters: node.contentDisposition.parsed.params,
    contentId: node.contentId ?? null,
    headers: node.headers.map((header) => ({ name: header.key, value: header.value })),
    content: contentOf(node, hasAddedBreak),
    parts: node.childNodes.map((child) => partOf(child, true)),
  }
}

/** postal-mime ends every part with a line break; the one before a boundary belongs to the boundary. */
function contentOf(node: Node, hasAddedBreak: boolean): Uint8Array {
  const content = new Uint8Array(node.content ?? new ArrayBuffer(0))
  const isAdded = hasAddedBreak && node.contentTransferEncoding.encoding !== 'base64'
  return isAdded && content.at(-1) === 0x0a ? content.subarray(0, -1) : content
}

/**
 * Counts boundary lines before any part is made: a mail of millions of empty parts would cost gigabytes. Never refuses
 * a mail for lines that merely start with dashes.
 */
function looksLikeTooManyParts(raw: Uint8Array, limit: number): boolean {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  let suspects = 0
  for (let at = bytes.indexOf('\n--'); at !== -1 && suspects <= limit; at = bytes.indexOf('\n--', at + 1))
    suspects += 1
  if (suspects <= limit) return false
  const boundaries = boundariesIn(bytes)
  let count = 0
  for (let at = bytes.indexOf('\n--'); at !== -1 && count <= limit; at = bytes.indexOf('\n--', at + 1)) {
    if (isBoundary(bytes.toString('latin1', at + 3, at + 80), boundaries)) count += 1
  }
  return count > limit
}

function isBoundary(line: string, boundaries: ReadonlySet<string>): boolean {
  const text = line.split(/[\r\n]/, 1)[0]?.trimEnd() ?? ''
  return boundaries.has(text)
}

function boundariesIn(bytes: Buffer): ReadonlySet<string> {
  const found = new Set<string>()
  for (const match of bytes
    .toString('latin1')
    .matchAll(/boundary\*?=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi)) {
    found.add((match[1] ?? match[2] ?? '').slice(0, 76))
  }
  return found
}

/** Text of a part by its charset, with LF line ends. */
export function textOfPart(part: MimePart): { readonly text: string; readonly guessed: boolean } {
  const label = part.parameters['charset'] ?? (part.type === 'text/html' ? charsetInHtml(part.content) : null)
  const decoded = decodeText(part.content, label)
  const text = decoded.text.replace(/\r\n?/g, '\n')
  const isFlowed = part.type === 'text/plain' && part.parameters['format']?.toLowerCase() === 'flowed'
  return {
    text: isFlowed ? unflow(text, part.parameters['delsp']?.toLowerCase() === 'yes') : text,
    guessed: decoded.guessed,
  }
}

function charsetInHtml(content: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(content.subarray(0, 1024))
  return /charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/i.exec(head)?.[1] ?? null
}

/** Joins the soft line breaks of `format=flowed` (RFC 3676), never over a change of quote depth or the signature. */
function unflow(text: string, deleteSpace: boolean): string {
  const lines: string[] = []
  let open: { quotes: string; parts: string[] } | null = null
  for (const written of text.split('\n')) {
    const quotes = /^>*/.exec(written)?.[0] ?? ''
    const rest = written.slice(quotes.length)
    const line = rest.startsWith(' ') ? rest.slice(1) : rest
    if (open !== null && open.quotes !== quotes) {
      lines.push(lineOf(open))
      open = null
    }
    open ??= { quotes, parts: [] }
    const soft = line.endsWith(' ') && line !== '-- '
    open.parts.push(soft && deleteSpace ? line.slice(0, -1) : line)
    if (!soft) {
      lines.push(lineOf(open))
      open = null
    }
  }
  if (open !== null) lines.push(lineOf(open))
  return lines.join('\n')
}

function lineOf(open: { readonly quotes: string; readonly parts: readonly string[] }): string {
  const text = open.parts.join('')
  return open.quotes === '' || text === '' ? open.quotes + text : `${open.quotes} ${text}`
}
