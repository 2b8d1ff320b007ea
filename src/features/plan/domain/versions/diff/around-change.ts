import type { Text } from '../../document/text.ts'

const most = 160
const before = 40

/** Two long texts cut to where they begin to differ, so that a sentence can show both. */
export function aroundChange(old: Text, now: Text): readonly [Text, Text] {
  const nl = cut(old.nl, now.nl)
  const en = cut(old.en, now.en)
  return [
    { nl: nl[0], en: en[0] },
    { nl: nl[1], en: en[1] },
  ]
}

function cut(old: string, now: string): readonly [string, string] {
  if (Math.max(old.length, now.length) <= most) return [old, now]
  let equal = 0
  while (equal < old.length && old[equal] === now[equal]) equal += 1
  const start = equal <= before ? 0 : old.lastIndexOf(' ', equal - before) + 1
  const shown = (text: string) => {
    const part = text.slice(start, start + most)
    return `${start > 0 ? '…' : ''}${part}${start + most < text.length ? '…' : ''}`
  }
  return [shown(old), shown(now)]
}
