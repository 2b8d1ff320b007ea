import type { Language } from '#features/people/domain/person.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'

const languages: Readonly<Record<string, Language>> = {
  nl: 'nl',
  'nl-nl': 'nl',
  'nl-be': 'nl',
  dutch: 'nl',
  nederlands: 'nl',
  en: 'en',
  'en-gb': 'en',
  'en-us': 'en',
  english: 'en',
  engels: 'en',
}

export function languageOf(text: string): Language | null {
  return languages[text.toLowerCase().replaceAll('_', '-')] ?? null
}

const platforms: Readonly<Record<string, Platform>> = {
  ios: 'ios',
  iphone: 'ios',
  ipad: 'ios',
  ipados: 'ios',
  android: 'android',
  windows: 'windows',
  win: 'windows',
  pc: 'windows',
  macos: 'macos',
  mac: 'macos',
  macbook: 'macos',
  linux: 'linux',
}

export function platformOf(text: string): Platform | null {
  return platforms[text.toLowerCase()] ?? null
}
