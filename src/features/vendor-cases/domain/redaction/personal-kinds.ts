/** What of people and their things is found in a text. */
export const personalKinds = [
  'name',
  'address',
  'phone',
  'device',
  'serial',
  'imei',
  'network',
  'account',
  'place',
  'id',
] as const
export type PersonalKind = (typeof personalKinds)[number]
export type Personal = { readonly kind: PersonalKind; readonly value: string }
export type FoundPersonal = Personal & { readonly at: number; readonly written: string }
