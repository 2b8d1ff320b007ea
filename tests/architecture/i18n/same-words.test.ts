import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { fill, find, type Catalogue } from '#ui/words/say.ts'
import { filesBelow, textOf } from '../tree.ts'
import { flatten, stemOf } from './catalogues.ts'

const files = filesBelow('src').filter((path) => /[/]i18n[/](?:en|nl)[.]json$/.test(path))

/** The server speaks with i18next, the pages with a reader of their own: the same catalogues have to say the same. */
test('pages and mails say the same words', async () => {
  const differing: string[] = []
  for (const path of files) {
    const language = path.endsWith('nl.json') ? 'nl' : 'en'
    const catalogue = JSON.parse(textOf(path)) as Catalogue
    const i18next = createInstance()
    await i18next.init({
      resources: { [language]: { words: catalogue } },
      lng: language,
      ns: ['words'],
      defaultNS: 'words',
      interpolation: { escapeValue: false },
    })
    const flat = flatten(catalogue)
    const names = [...flat.values()].flatMap((text) =>
      [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name),
    )
    const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]))
    for (const key of flat.keys()) {
      for (const count of key === stemOf(key) ? [undefined] : [0, 1, 2, 21]) {
        const given = count === undefined ? values : { ...values, count }
        const stem = count === undefined ? key : stemOf(key)
        const ours = fill(find(catalogue, stem, language, count) ?? stem, given)
        if (ours !== i18next.t(stem, given)) differing.push(`${path} ${key} ${count ?? ''}: ${ours}`)
      }
    }
  }
  expect(files.length).toBeGreaterThan(10)
  expect(differing).toEqual([])
})
