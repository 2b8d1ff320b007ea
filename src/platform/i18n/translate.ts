import { createInstance } from 'i18next'
import { type Language, languages } from '../http/signed-in.ts'

type Values = Readonly<Record<string, unknown>>

/** Words in a language: `translate('nl', 'tickets:mail.subject', { number: 1042 })`. The namespace is the feature's folder. */
export type Translate = {
  (language: Language, key: string, values?: Values): string
  /** The words under a key in whichever namespace has it, as for refusal codes, or undefined. */
  readonly find: (language: Language, key: string, values?: Values) => string | undefined
}

/** A catalogue as it stands in a JSON file: nested keys. */
export type Catalogue = { readonly [key: string]: string | Catalogue }
export type Catalogues = Readonly<Record<Language, Readonly<Record<string, Catalogue>>>>

/** A missing key is a mistake in the program: it throws, unless `onMissing` takes it (in production: log it, show the key). */
export async function createTranslate(
  catalogues: Catalogues,
  onMissing: (language: string, key: string) => void = refuseMissing,
): Promise<Translate> {
  const namespaces = Object.keys(catalogues.en)
  const words = createInstance()
  await words.init({
    resources: catalogues,
    supportedLngs: [...languages],
    lng: 'en',
    fallbackLng: false,
    ns: namespaces,
    defaultNS: false,
    // What is made with the words (a mail, a page, a document) escapes them as it needs.
    interpolation: { escapeValue: false },
  })
  const known = (language: Language, key: string, values: Values) =>
    words.exists(key, { lng: language, ...values })
  const translate = (language: Language, key: string, values: Values = {}) => {
    if (!known(language, key, values)) onMissing(language, key)
    return words.t(key, { lng: language, ...values })
  }
  const find = (language: Language, key: string, values: Values = {}) => {
    const namespace = namespaces.find((one) => known(language, `${one}:${key}`, values))
    return namespace === undefined ? undefined : translate(language, `${namespace}:${key}`, values)
  }
  return Object.assign(translate, { find })
}

function refuseMissing(language: string, key: string): never {
  throw new Error(`No words for ${key} in ${language}`)
}
