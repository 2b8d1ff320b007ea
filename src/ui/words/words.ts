import i18next, { type BackendModule } from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type ui from '../i18n/en.json'

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
export type Values = Readonly<Record<string, string | number>>

/** Says one thing in the person's language. `any` is for keys made at run time (a refusal's code). */
export type Words<N> = {
  (key: WordKey<N>, values?: Values): string
  readonly any: (key: string, values?: Values) => string
  readonly has: (key: string) => boolean
  readonly language: Language
}

/** The words of one feature; the component suspends until they are there. */
export function useWords<N extends Namespace | (string & {})>(namespace: N): Words<N> {
  const { t, i18n } = useTranslation(namespace)
  const { language } = i18n
  return useMemo(() => {
    const say = (key: string, values?: Values): string => t(key, { ...values })
    return Object.assign(say, {
      any: say,
      has: (key: string) => i18n.exists(key, { ns: namespace }),
      language: asLanguage(language),
    })
  }, [t, i18n, namespace, language])
}

/** A word of some catalogue, to be said later: `{ in: 'app', key: 'nav.desk' }`. */
export type WordRef = { readonly in: string; readonly key: string }

/** Says words of several catalogues. */
export function useWordRefs(refs: readonly WordRef[]): (ref: WordRef) => string {
  const namespaces = [...new Set(['ui', ...refs.map((ref) => ref.in)])]
  const { t } = useTranslation(namespaces)
  return (ref) => t(ref.key, { ns: ref.in })
}

export function asLanguage(text: string | null | undefined): Language {
  return text?.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}

export type LoadCatalogue = (language: Language, namespace: string) => Promise<object>

/** Starts the languages; each catalogue is loaded when the first component asks for it. */
export async function startWords(language: Language, load: LoadCatalogue): Promise<void> {
  const backend: BackendModule = {
    type: 'backend',
    init() {},
    read(wanted, namespace, callback) {
      load(asLanguage(wanted), namespace).then(
        (catalogue) => callback(null, catalogue as Record<string, string>),
        (cause: unknown) => callback(cause as Error, false),
      )
    },
  }
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: ['nl', 'en'],
      ns: ['ui'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    })
  document.documentElement.lang = language
}

export async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
