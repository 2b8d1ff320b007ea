import { use, useMemo, useSyncExternalStore } from 'react'
import type ui from '../i18n/en.json'
import { type Catalogue, fill, find, type Values } from './say.ts'

export type Language = 'nl' | 'en'

/** Catalogue per namespace. The application adds the features' catalogues by declaration merging. */
export interface Catalogues {
  ui: typeof ui
}

type Plural<K extends string> = K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Stem
  : K
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? Plural<K> : `${K}.${KeysOf<T[K]>}`
}[keyof T & string]

export type Namespace = keyof Catalogues
export type WordKey<N> = N extends Namespace ? KeysOf<Catalogues[N]> : string

/** Says one thing in the person's language. `any` is for keys made at run time (a refusal's code). */
export type Words<N> = {
  (key: WordKey<N>, values?: Values): string
  readonly any: (key: string, values?: Values) => string
  readonly has: (key: string) => boolean
  readonly language: Language
}

/** The words of one feature; the component suspends until they are there. */
export function useWords<N extends Namespace | (string & {})>(namespace: N): Words<N> {
  const language = useSyncExternalStore(onSpeak, spokenNow)
  const catalogue = use(catalogueOf(language, namespace))
  return useMemo(() => {
    const say = (key: string, values?: Values) => {
      const text = find(catalogue, key, language, values?.['count'])
      return text === undefined ? key : fill(text, values)
    }
    const has = (key: string) => find(catalogue, key, language) !== undefined
    return Object.assign(say, { any: say, has, language })
  }, [catalogue, language])
}

/** A word of some catalogue, to be said later: `{ in: 'app', key: 'nav.desk' }`. */
export type WordRef = { readonly in: string; readonly key: string }

/** Says words of several catalogues. */
export function useWordRefs(refs: readonly WordRef[]): (ref: WordRef) => string {
  const language = useSyncExternalStore(onSpeak, spokenNow)
  const words = [...new Set(refs.map((ref) => ref.in))].map((name) => [name, catalogueOf(language, name)] as const)
  const catalogues = new Map(words.map(([name, one]) => [name, use(one)]))
  return (ref) => find(catalogues.get(ref.in) ?? {}, ref.key, language) ?? ref.key
}

export function asLanguage(text: string | null | undefined): Language {
  return text?.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}

export type LoadCatalogue = (language: Language, namespace: string) => Promise<object>

/**
 * The words, which are there or on their way. i18next does the same for the server; here it would be a tenth of
 * the first page's script.
 */
const catalogues = new Map<string, Promise<Catalogue>>()
const listeners = new Set<() => void>()
let loadCatalogue: LoadCatalogue = () => Promise.reject(new Error('The words have not been started'))
let spoken: Language = 'en'
let wanted: Language = 'en'

const spokenNow = () => spoken

function onSpeak(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function catalogueOf(language: Language, namespace: string): Promise<Catalogue> {
  const name = `${language}/${namespace}`
  const known = catalogues.get(name)
  if (known) return known
  const coming: Promise<Catalogue> = loadCatalogue(language, namespace).then(
    (loaded) => {
      // React reads these two, and shows the words at once instead of waiting for a promise that is kept.
      void Object.assign(coming, { status: 'fulfilled', value: loaded })
      return loaded as Catalogue
    },
    (error: unknown) => {
      // Asked for again when the page is tried again.
      catalogues.delete(name)
      throw error
    },
  )
  catalogues.set(name, coming)
  return coming
}

/** Starts the languages; each catalogue is loaded when the first component asks for it, or `fetchWords` before that. */
export async function startWords(language: Language, load: LoadCatalogue): Promise<void> {
  loadCatalogue = load
  spoken = language
  await speak(language)
}

/** Has these words on their way before the first component asks for them. */
export function fetchWords(namespace: string): void {
  // Whoever needs them is told when they do not come.
  catalogueOf(spoken, namespace).catch(() => {})
}

/** Goes over to another language once everything that was said so far can be said in it. */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const said = [...catalogues.keys()].map((name) => name.slice(name.indexOf('/') + 1))
  await Promise.all([...new Set(['ui', ...said])].map((namespace) => catalogueOf(language, namespace)))
  // Somebody may have chosen another meanwhile.
  if (wanted !== language) return
  spoken = language
  document.documentElement.lang = language
  for (const changed of listeners) changed()
}
