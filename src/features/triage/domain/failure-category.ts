/** Categories under which Intune reports a failed enrollment, as Microsoft spells them. */
const categories = [
  'authentication',
  'authorization',
  'accountValidation',
  'userValidation',
  'deviceNotSupported',
  'inMaintenance',
  'badRequest',
  'featureNotSupported',
  'enrollmentRestrictionsEnforced',
  'clientDisconnected',
  'userAbandonment',
] as const

/** Words that are also a category: nothing is made of them where nobody wrote them as Microsoft does. */
const alsoWords: ReadonlySet<string> = new Set(['authentication', 'authorization'])

/** The category of a failed enrollment that stands in a text, as machines write it into evidence. */
export function failureIn(text: string): string | null {
  return categories.find((one) => !alsoWords.has(one) && text.includes(one)) ?? null
}
