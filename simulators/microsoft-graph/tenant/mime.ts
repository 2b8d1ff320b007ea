import type { NewMail } from './mailboxes.ts'

/** The header of a mail and its first words: enough to show it in a list. The mail itself is kept as it came. */
export function readMime(mime: string): NewMail | null {
  const [head = '', ...rest] = mime.split(/\r?\n\r?\n/)
  const fields = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':')
    const name = line.slice(0, at).trim().toLowerCase()
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim())
  }
  const [from] = addresses(fields.get('from') ?? '')
  if (!from) return null
  const messageId = fields.get('message-id')
  const kept = ['in-reply-to', 'references', 'auto-submitted', 'x-tierwise-ticket'].flatMap((name) => {
    const value = fields.get(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    from,
    to: addresses(fields.get('to') ?? ''),
    cc: addresses(fields.get('cc') ?? ''),
    bcc: addresses(fields.get('bcc') ?? ''),
    subject: decoded(fields.get('subject') ?? ''),
    text: Buffer.from(rest.join('\n\n').slice(0, 4000), 'latin1').toString('utf8'),
    headers: Object.fromEntries(kept),
    ...(messageId === undefined ? {} : { internetMessageId: messageId }),
    mime: mime.replace(/^bcc:[^\n]*\n(?:[ \t][^\n]*\n)*/im, ''),
  }
}

function addresses(text: string): { readonly address: string; readonly name: string }[] {
  return text
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => one.trim())
    .flatMap((one) => {
      const named = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(one)
      const address = named?.[2] ?? (/^[^<>\s]+@[^<>\s]+$/.test(one) ? one : '')
      if (address === '') return []
      const name = decoded((named?.[1] ?? '').replace(/^"|"$/g, ''))
      return [{ address, name: name || address }]
    })
}

/** Words like `=?utf-8?B?…?=`. */
function decoded(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?[^?]+\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : Buffer.from(
            words
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    )
}
