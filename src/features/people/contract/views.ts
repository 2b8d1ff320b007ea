import { z } from 'zod'
import { languages, roles, themes } from '../domain/person.ts'
import { secondFactorRules, secondFactors, signInMeans } from '../domain/second-factor.ts'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ precision: 3 })
export const Language = z.enum(languages)
export const Role = z.enum(roles)
export const TeamKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

export const Organisation = z
  .strictObject({
    id: Id,
    slug: z.string(),
    name: z.string(),
    language: Language,
    timeZone: z.string(),
    /** Of whom a second factor is asked. */
    secondFactorFor: z.enum(secondFactorRules),
    /** False until an administrator went through the first steps. */
    setUp: z.boolean(),
  })
  .meta({ id: 'Organisation' })

export const Membership = z
  .strictObject({ team: TeamKey, isLead: z.boolean(), since: Instant })
  .meta({ id: 'Membership' })

export const Me = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: Language,
    theme: z.enum(themes),
    roles: z.array(Role),
    teams: z.array(Membership),
    organisation: Organisation,
    /** The organisation asks for a second factor and there is none yet: nothing else is open until it is set up. */
    lacksSecondFactor: z.boolean(),
    /** What is open is the practice organisation: nothing there is real. */
    practising: z.boolean(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** Signed in, or what is still asked for. */
export const SignInAnswer = z
  .strictObject({ me: Me.nullable(), secondFactor: z.array(z.enum(secondFactors)) })
  .meta({ id: 'SignInAnswer' })
export type SignInAnswer = z.infer<typeof SignInAnswer>

export const PersonState = z.enum(['active', 'invited', 'disabled'])

export const PersonSummary = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string(),
    language: Language,
    roles: z.array(Role),
    teams: z.array(Membership),
    /** `invited`: never signed in yet; a requester who only writes mail stays so. */
    state: PersonState,
    absent: z.boolean(),
  })
  .meta({ id: 'PersonSummary' })
export type PersonSummary = z.infer<typeof PersonSummary>

export const Certification = z
  .strictObject({
    id: Id,
    tier: z.int(),
    from: Instant,
    until: Instant.nullable(),
    /** Given without training: by whom and why. */
    override: z.strictObject({ by: Id, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Certification' })

export const Absence = z
  .strictObject({
    id: Id,
    from: Instant,
    until: Instant,
    /** Only for the person, their lead and an administrator. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Absence' })

export const PersonView = PersonSummary.extend({
  groups: z.array(z.string()),
  certifications: z.array(Certification),
  absences: z.array(Absence),
  /** Names at providers that this person signs in with; empty unless one may administer. */
  signsInWith: z.array(z.enum(['password', 'provider'])),
  /** What they have beside a password; empty unless one may administer. */
  secondFactors: z.array(z.enum(secondFactors)),
  /** What the one who looks may do here, so that a page can say why not. */
  may: z.strictObject({
    administer: z.boolean(),
    certify: z.boolean(),
    endCertification: z.boolean(),
    planAbsence: z.boolean(),
  }),
}).meta({ id: 'Person' })
export type PersonView = z.infer<typeof PersonView>

/** A one-time link to hand to somebody. The secret stands behind the `#`, so no server logs it. */
export const OneTimeLink = z
  .strictObject({ address: z.string(), expiresAt: Instant, mailed: z.boolean() })
  .meta({ id: 'OneTimeLink' })

export const LinkView = z
  .strictObject({
    kind: z.enum(['administrator', 'invitation', 'password-reset']),
    organisation: z.strictObject({ slug: z.string(), name: z.string(), language: Language }),
    /** Null with an administrator link: the page asks who it is. */
    person: z.strictObject({ name: z.string(), email: z.string(), language: Language }).nullable(),
    providers: z.array(z.strictObject({ id: Id, name: z.string() })),
  })
  .meta({ id: 'LinkView' })
export type LinkView = z.infer<typeof LinkView>

export const Team = z
  .strictObject({
    key: TeamKey,
    name: z.strictObject({ nl: z.string(), en: z.string() }),
    members: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        isLead: z.boolean(),
        absent: z.boolean(),
        disabled: z.boolean(),
      }),
    ),
    may: z.strictObject({ rename: z.boolean(), setMembers: z.boolean(), setLeads: z.boolean() }),
  })
  .meta({ id: 'Team' })
export type Team = z.infer<typeof Team>

export const SignInView = z
  .strictObject({
    id: Id,
    means: z.enum(signInMeans),
    userAgent: z.string(),
    createdAt: Instant,
    seenAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'SignIn' })

export const ApiToken = z
  .strictObject({ id: Id, name: z.string(), createdAt: Instant, expiresAt: Instant, usedAt: Instant.nullable() })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof ApiToken>

export const OidcProvider = z
  .strictObject({
    id: Id,
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    /** The secret itself is never told. */
    hasSecret: z.boolean(),
    tenants: z.array(z.string()),
    createsRequesters: z.boolean(),
    enabled: z.boolean(),
    /** What to enter at the provider as redirect address. */
    redirectAddress: z.string(),
  })
  .meta({ id: 'OidcProvider' })
export type OidcProvider = z.infer<typeof OidcProvider>

export const PeopleChange = z
  .strictObject({
    id: Id,
    at: Instant,
    by: z.strictObject({ id: Id, name: z.string() }).nullable(),
    what: z.string(),
    subject: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'PeopleChange' })
