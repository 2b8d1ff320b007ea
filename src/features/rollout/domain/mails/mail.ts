/** The planning guide's four mails to the people of a wave, in the order in which they go. */
export const mailKinds = ['kick-off', 'before', 'enrollment', 'after'] as const
export type MailKind = (typeof mailKinds)[number]

export const mailLanguages = ['nl', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** So many days after (or before) the day on which the wave begins or ends, at a time where the organisation is. */
export type MailTiming = {
  readonly countedFrom: 'starts' | 'ends'
  readonly days: number
  readonly at: string
}

export type Words = Readonly<Record<MailLanguage, string>>
export type MailText = { readonly subject: Words; readonly body: Words }

export const usualTiming: Readonly<Record<MailKind, MailTiming>> = {
  'kick-off': { countedFrom: 'starts', days: -14, at: '10:00' },
  before: { countedFrom: 'starts', days: -3, at: '10:00' },
  enrollment: { countedFrom: 'starts', days: 0, at: '08:00' },
  after: { countedFrom: 'ends', days: 1, at: '10:00' },
}

export function kindsFrom(kind: MailKind): readonly MailKind[] {
  return mailKinds.slice(mailKinds.indexOf(kind))
}
