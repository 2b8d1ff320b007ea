import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

type Words = { readonly [key: string]: string | Words }

/** The plan's catalogue in both languages; refuses a key that is not there, and a sentence that names what it is not given. */
export const speeches = (['nl', 'en'] as const).map((language) => {
  const catalogue = JSON.parse(readFileSync(resolve(`../../../i18n/${language}.json`), 'utf8')) as Words
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const found = key
      .split('.')
      .reduce<string | Words | undefined>((at, part) => (at as Words | undefined)?.[part], catalogue)
    if (typeof found !== 'string') throw new Error(`No words for ${key} in ${language}`)
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined || value === '')
        throw new Error(`${key} in ${language} names ${name}, which is not given`)
      return String(value)
    })
  }
  const has = (key: string) => {
    const found = key
      .split('.')
      .reduce<string | Words | undefined>((at, part) => (at as Words | undefined)?.[part], catalogue)
    return typeof found === 'string'
  }
  return { language, say, has }
})
