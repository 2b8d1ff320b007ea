import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

type Family = {
  /** Where the package describes itself: its styles are folders beside that file. */
  readonly package: string
  readonly name: string
  readonly styles: readonly string[]
}

const main: Family = {
  package: require.resolve('@expo-google-fonts/source-sans-3/package.json'),
  name: 'SourceSans3',
  styles: ['400Regular', '600SemiBold', '700Bold', '400Regular_Italic'],
}

/** Names come in all scripts. The main family has no letters for these, so each is read when a document has some. */
const others: readonly (Family & { readonly has: RegExp })[] = [
  {
    has: /\p{Script=Arabic}/u,
    package: require.resolve('@expo-google-fonts/noto-sans-arabic/package.json'),
    name: 'NotoSansArabic',
    styles: ['400Regular', '600SemiBold'],
  },
  {
    has: /\p{Script=Hebrew}/u,
    package: require.resolve('@expo-google-fonts/noto-sans-hebrew/package.json'),
    name: 'NotoSansHebrew',
    styles: ['400Regular', '600SemiBold'],
  },
  {
    has: /\p{Extended_Pictographic}/u,
    package: require.resolve('@expo-google-fonts/noto-emoji/package.json'),
    name: 'NotoEmoji',
    styles: ['400Regular'],
  },
]

/** The files of every font that a document with these words needs. */
export function fontsFor(words: string): readonly Uint8Array[] {
  return [main, ...others.filter(({ has }) => has.test(words))].flatMap((family) =>
    family.styles.map((style) =>
      readFileSync(join(dirname(family.package), style, `${family.name}_${style}.ttf`)),
    ),
  )
}
