/** What a rule of this feature answers: yes with a value, or no with a code that the pages have words for. */
export type Verdict<Value = undefined> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: { readonly code: PeopleRefusal } }

export const peopleRefusals = [
  'not-allowed',
  'last-administrator',
  'person-disabled',
  'not-an-agent',
  'email-taken',
  'email-not-valid',
  'name-not-valid',
  'team-key-taken',
  'team-in-use',
  'slug-taken',
  'time-zone-unknown',
  'country-unknown',
  'until-before-from',
  'override-needs-end',
  'override-too-long',
  'password-too-short',
  'password-too-long',
  'password-common',
  'password-about-you',
  'password-leaked',
  'sign-in-failed',
  'too-many-attempts',
  'link-not-valid',
  'already-joined',
  'provider-refused',
  'provider-unknown-person',
  'provider-tenant-not-allowed',
  'identity-of-somebody-else',
  'provider-not-reachable',
  'provider-needs-tenants',
  'too-many-tokens',
  'second-factor-over',
  'code-not-right',
  'proof-needed',
  'second-factor-kept',
  'authenticator-known',
  'authenticator-not-begun',
  'passkey-refused',
  'passkey-known',
  'passkeys-not-here',
  'too-many-passkeys',
] as const
export type PeopleRefusal = (typeof peopleRefusals)[number]

export const allowed: Verdict = { ok: true, value: undefined }

export function yes<Value>(value: Value): Verdict<Value> {
  return { ok: true, value }
}

export function no(code: PeopleRefusal): {
  readonly ok: false
  readonly refusal: { readonly code: PeopleRefusal }
} {
  return { ok: false, refusal: { code } }
}
