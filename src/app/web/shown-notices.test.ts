import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { features } from './features.ts'

type Words = { readonly [key: string]: string | Words }

/** What a feature can tell in the bell: `agree.wipe`, `burst`. */
function kindsOf(feature: string): string[] {
  const path = new URL(`../../features/${feature}/i18n/en.json`, import.meta.url)
  const { bell = {} } = JSON.parse(readFileSync(path, 'utf8')) as { bell?: Words }
  return namesIn(bell).map((name) => name.replace(/_(one|other)$/, ''))
}

function namesIn(words: Words): string[] {
  return Object.entries(words).flatMap(([key, one]) =>
    typeof one === 'string' ? [key] : namesIn(one).map((name) => `${key}.${name}`),
  )
}

test('What a feature shows on a page instead of its notices, some feature tells', () => {
  const shown = features.flatMap(({ fills = [] }) => fills.flatMap((fill) => fill.shows ?? []))
  expect(shown).not.toEqual([])
  for (const name of shown) {
    const [feature = ''] = name.split('.')
    const kinds = kindsOf(feature).map((kind) => `${feature}.${kind}.`)
    expect([name, kinds.some((kind) => kind.startsWith(`${name}.`))]).toEqual([name, true])
  }
})
