import { z } from 'zod'
import {
  Absence,
  ApiToken,
  Id,
  Instant,
  Language,
  LinkView,
  Me,
  OidcProvider,
  OneTimeLink,
  Organisation,
  PeopleChange,
  PersonState,
  PersonSummary,
  PersonView,
  Role,
  SignInAnswer,
  SignInView,
  Team,
  TeamKey,
} from './contract/views.ts'
import { secondFactorRoutes } from './contract/second-factor.ts'
import { staffRoles, themes } from './domain/person.ts'
import { secondFactorRules } from './domain/second-factor.ts'

const Name = z.string().min(1).max(120)
const Email = z.string().min(3).max(254)
const Slug = z.string().min(1).max(40)
const GivenPassword = z.string().min(1).max(1024)
const Token = z.string().min(1).max(200)
/** As ISO 3166 writes it. */
const Country = z.string().regex(/^[A-Z]{2}$/)
const Group = z.string().min(1).max(120)
/** A place inside Tierwise to go to after signing in. */
const ReturnTo = z.string().max(500).default('/')

const OidcProviderInput = z.strictObject({
  name: z.string().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(1).max(1000).nullable(),
  tenants: z.array(z.string().regex(/^[A-Za-z0-9.-]{1,100}$/)).max(50),
  createsRequesters: z.boolean(),
  enabled: z.boolean(),
})

const PersonId = z.strictObject({ id: Id })
const administrator = ['administrator'] as const

export const peopleContract = {
  'GET /api/v1/sign-in': {
    access: 'anyone',
    summary: 'How one can sign in',
    query: z.strictObject({ organisation: Slug.optional() }),
    answer: z.strictObject({
      organisation: z.strictObject({ slug: z.string(), name: z.string(), language: Language }).nullable(),
      providers: z.array(z.strictObject({ id: Id, name: z.string() })),
      /** Whether a forgotten password can be reset by mail. */
      resetByMail: z.boolean(),
      /** Whether anybody here signs in with a passkey. */
      passkeys: z.boolean(),
    }),
  },
  'POST /api/v1/sign-in': {
    access: 'anyone',
    summary: 'Sign in with a password',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({
      organisation: Slug.optional(),
      email: z.string().min(1).max(320),
      password: GivenPassword,
    }),
    answer: SignInAnswer,
  },
  'POST /api/v1/sign-out': {
    access: 'person',
    practice: 'home',
    summary: 'Sign out here, or everywhere',
    unkeyed: true,
    body: z.strictObject({ everywhere: z.boolean().default(false) }),
  },
  'POST /api/v1/sign-in/provider': {
    access: 'anyone',
    summary: 'Begin to sign in at a provider',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({
      organisation: Slug.optional(),
      provider: Id,
      /** An invitation to accept with it. */
      link: Token.optional(),
      returnTo: ReturnTo,
    }),
    answer: z.strictObject({ address: z.string() }),
  },
  'GET /api/v1/sign-in/provider/:provider/answer': {
    access: 'anyone',
    summary: 'Where a provider sends the browser back to',
    rate: 'sign-in',
    form: 'page',
    params: z.strictObject({ provider: Id }),
  },
  'POST /api/v1/password-resets': {
    access: 'anyone',
    summary: 'Ask for a link to choose a new password',
    rate: 'sign-in',
    unkeyed: true,
    status: 202,
    body: z.strictObject({ organisation: Slug.optional(), email: z.string().min(1).max(320) }),
    answer: z.strictObject({}),
  },
  'POST /api/v1/links/look': {
    access: 'anyone',
    summary: 'What a one-time link is for',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ link: Token }),
    answer: LinkView,
  },
  'POST /api/v1/links/use': {
    access: 'anyone',
    summary: 'Use a one-time link: choose a password and sign in',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({
      link: Token,
      name: Name.optional(),
      /** Only with an administrator link. */
      email: Email.optional(),
      language: Language.optional(),
      password: GivenPassword,
    }),
    answer: SignInAnswer,
  },
  ...secondFactorRoutes,

  'GET /api/v1/me': { access: 'person', practice: 'home', summary: 'Who is signed in', answer: Me },
  'PATCH /api/v1/me': {
    access: 'person',
    practice: 'home',
    summary: 'Change your own name, language and theme',
    body: z.strictObject({ name: Name, language: Language, theme: z.enum(themes) }).partial(),
    answer: Me,
  },
  'PUT /api/v1/me/password': {
    access: 'person',
    practice: 'home',
    summary: 'Change your own password; signs out everywhere else',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ current: GivenPassword.nullable(), wanted: GivenPassword }),
  },
  'GET /api/v1/me/sign-ins': {
    access: 'person',
    practice: 'home',
    summary: 'Where you are signed in',
    answer: z.strictObject({ signIns: z.array(SignInView) }),
  },
  'DELETE /api/v1/me/sign-ins/:id': {
    access: 'person',
    practice: 'home',
    summary: 'End one of your sign-ins',
    params: PersonId,
  },
  'POST /api/v1/me/identities': {
    access: 'person',
    summary: 'Begin to link an account at a provider to yourself',
    unkeyed: true,
    body: z.strictObject({ provider: Id, returnTo: ReturnTo }),
    answer: z.strictObject({ address: z.string() }),
  },
  'GET /api/v1/me/api-tokens': {
    access: 'person',
    practice: 'home',
    summary: 'Your API tokens',
    answer: z.strictObject({ tokens: z.array(ApiToken) }),
  },
  'POST /api/v1/me/api-tokens': {
    access: 'person',
    summary: 'Make an API token; it is told once',
    status: 201,
    unkeyed: true,
    body: z.strictObject({ name: z.string().min(1).max(80), days: z.int().min(1).max(366).default(90) }),
    answer: z.strictObject({ token: ApiToken, secret: z.string() }),
  },
  'DELETE /api/v1/me/api-tokens/:id': { access: 'person', summary: 'Withdraw an API token', params: PersonId },

  'GET /api/v1/people': {
    access: staffRoles,
    summary: 'Find people',
    query: z.strictObject({
      search: z.string().max(120).optional(),
      team: TeamKey.optional(),
      role: Role.optional(),
      state: PersonState.optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({ people: z.array(PersonSummary), next: z.string().nullable() }),
  },
  'POST /api/v1/people': {
    access: administrator,
    summary: 'Add somebody, with an invitation unless one only writes mail',
    status: 201,
    unkeyed: true,
    body: z.strictObject({
      name: Name,
      email: Email,
      language: Language.optional(),
      roles: z.array(Role).min(1).max(7),
      teams: z.array(TeamKey).max(20).default([]),
      groups: z.array(Group).max(200).default([]),
      invite: z.boolean().default(true),
    }),
    answer: z.strictObject({ person: PersonView, link: OneTimeLink.nullable() }),
  },
  'GET /api/v1/people/:id': { access: staffRoles, summary: 'One person', params: PersonId, answer: PersonView },
  'PATCH /api/v1/people/:id': {
    access: administrator,
    summary: 'Change a person',
    params: PersonId,
    body: z
      .strictObject({
        name: Name,
        email: Email,
        language: Language,
        roles: z.array(Role).max(7),
        groups: z.array(Group).max(200),
      })
      .partial(),
    answer: PersonView,
  },
  'POST /api/v1/people/:id/disable': {
    access: administrator,
    summary: 'Disable a person: ends what is open and every sign-in',
    params: PersonId,
    answer: PersonView,
  },
  'POST /api/v1/people/:id/enable': {
    access: administrator,
    summary: 'Enable a person again',
    params: PersonId,
    answer: PersonView,
  },
  'POST /api/v1/people/:id/invitation': {
    access: administrator,
    summary: 'Make a new invitation; earlier ones no longer work',
    params: PersonId,
    unkeyed: true,
    answer: OneTimeLink,
  },
  'POST /api/v1/people/:id/password-reset': {
    access: administrator,
    summary: 'Make a link with which this person chooses a new password',
    params: PersonId,
    unkeyed: true,
    answer: OneTimeLink,
  },
  'POST /api/v1/people/:id/sign-out': {
    access: administrator,
    summary: 'End all sign-ins and API tokens of a person',
    params: PersonId,
  },
  'POST /api/v1/people/:id/certifications': {
    access: ['administrator', 'lead'],
    summary: 'Let somebody work in a tier without training, with a reason and an end',
    params: PersonId,
    body: z.strictObject({
      tier: z.int().min(1).max(9),
      from: Instant.optional(),
      /** Six weeks on at the latest: what goes on longer is for training. */
      until: Instant,
      reason: z.string().trim().min(3).max(500),
    }),
    answer: PersonView,
  },
  'POST /api/v1/people/:id/certifications/:certification/end': {
    access: ['administrator', 'lead'],
    summary: 'End a certification now',
    params: PersonId.extend({ certification: Id }),
    answer: PersonView,
  },
  'POST /api/v1/people/:id/absences': {
    access: 'person',
    summary: 'Plan an absence',
    params: PersonId,
    body: z.strictObject({
      from: Instant,
      until: Instant,
      reason: z.string().trim().min(1).max(200).nullable().default(null),
    }),
    answer: z.strictObject({ absences: z.array(Absence) }),
  },
  'DELETE /api/v1/people/:id/absences/:absence': {
    access: 'person',
    summary: 'Take back a planned absence, or end it now',
    params: PersonId.extend({ absence: Id }),
    answer: z.strictObject({ absences: z.array(Absence) }),
  },
  'GET /api/v1/people-changes': {
    access: ['administrator', 'auditor'],
    summary: 'Who changed what about people',
    query: z.strictObject({
      subject: z.string().max(60).optional(),
      cursor: Id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({ changes: z.array(PeopleChange), next: Id.nullable() }),
  },

  'GET /api/v1/teams': {
    access: staffRoles,
    summary: 'All teams with their members',
    answer: z.strictObject({ teams: z.array(Team) }),
  },
  'POST /api/v1/teams': {
    access: administrator,
    summary: 'Add a team',
    status: 201,
    body: z.strictObject({ key: TeamKey, name: z.strictObject({ nl: Name, en: Name }) }),
    answer: Team,
  },
  'PATCH /api/v1/teams/:key': {
    access: administrator,
    summary: 'Rename a team',
    params: z.strictObject({ key: TeamKey }),
    body: z.strictObject({ name: z.strictObject({ nl: Name, en: Name }) }),
    answer: Team,
  },
  'DELETE /api/v1/teams/:key': {
    access: administrator,
    summary: 'Remove a team without members',
    params: z.strictObject({ key: TeamKey }),
  },
  'PUT /api/v1/teams/:key/members/:id': {
    access: ['administrator', 'lead'],
    summary: 'Take somebody into a team, or make them its lead',
    params: PersonId.extend({ key: TeamKey }),
    body: z.strictObject({ isLead: z.boolean() }),
    answer: Team,
  },
  'DELETE /api/v1/teams/:key/members/:id': {
    access: ['administrator', 'lead'],
    summary: 'Take somebody out of a team',
    params: PersonId.extend({ key: TeamKey }),
    answer: Team,
  },

  'GET /api/v1/organisation': { access: 'person', summary: 'Your organisation', answer: Organisation },
  'PATCH /api/v1/organisation': {
    access: administrator,
    summary: 'Change the organisation',
    body: z
      .strictObject({
        name: Name,
        language: Language,
        timeZone: z.string().min(1).max(60),
        secondFactorFor: z.enum(secondFactorRules),
        setUp: z.literal(true),
        /** Whose public holidays the first plan keeps, as long as nobody has touched it. */
        country: Country.nullable(),
      })
      .partial(),
    answer: Organisation,
  },
  'GET /api/v1/organisation/countries': {
    access: administrator,
    summary: 'Countries whose public holidays are known',
    answer: z.strictObject({ countries: z.array(z.string()) }),
  },
  'GET /api/v1/oidc-providers': {
    access: administrator,
    summary: 'Where people can sign in',
    answer: z.strictObject({ providers: z.array(OidcProvider) }),
  },
  'POST /api/v1/oidc-providers': {
    access: administrator,
    summary: 'Add a sign-in provider; it is asked for its settings first',
    status: 201,
    unkeyed: true,
    body: OidcProviderInput,
    answer: OidcProvider,
  },
  'PATCH /api/v1/oidc-providers/:id': {
    access: administrator,
    summary: 'Change a sign-in provider',
    unkeyed: true,
    params: PersonId,
    body: OidcProviderInput.partial(),
    answer: OidcProvider,
  },
  'DELETE /api/v1/oidc-providers/:id': {
    access: administrator,
    summary: 'Remove a sign-in provider',
    params: PersonId,
  },
} as const
