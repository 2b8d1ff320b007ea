const longest = 150

/** A name that is only a name: no path, no control or direction characters, no leading dots, not too long. */
export function safeFileName(written: string): string | null {
  const last = written.split(/[/\\]/).at(-1) ?? ''
  const visible = last
    .toWellFormed()
    // Control characters, and those that turn the reading direction so that `exe.txt` hides `txt.exe`.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/["<>|:*?]/g, '_')
    .trim()
    .replace(/^\.+/, '')
  if (visible.length <= longest) return visible === '' ? null : visible
  const extension = /\.[^.]{1,10}$/.exec(visible)?.[0] ?? ''
  return visible.slice(0, longest - extension.length) + extension
}
