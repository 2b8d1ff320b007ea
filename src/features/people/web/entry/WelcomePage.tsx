import { Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { ApiProblem } from '#ui/api/problem.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useMaybeSignedIn, usePersonActions } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { LinkView } from '../../contract/views.ts'
import type { SecondFactor } from '../../domain/second-factor.ts'
import { judgePassword } from '../../domain/password.ts'
import { meKey, peopleApi } from '../queries.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
import { PasswordField } from './PasswordField.tsx'
import { ProviderButtons } from './ProviderButtons.tsx'
import { rememberedOrganisation } from './remembered-organisation.ts'

const SecondStep = lazy(async () => ({ default: (await import('./SecondStep.tsx')).SecondStep }))

/** Where a one-time link leads. The secret stays behind the `#`, where only this page reads it. */
export function WelcomePage() {
  const t = useWords('people')
  const [link] = useState(() => location.hash.slice(1))
  const looked = useQuery({
    queryKey: ['people', 'link', link],
    queryFn: ({ signal }) => peopleApi('POST /api/v1/links/look', { body: { link }, signal }),
    enabled: link !== '',
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const go = useGo()
  const [factors, setFactors] = useState<readonly SecondFactor[]>([])
  const isSignedIn = useMaybeSignedIn() !== null
  useEffect(() => {
    if (factors.length > 0 && isSignedIn) go('/', { replace: true })
  }, [factors, isSignedIn, go])
  const isOver =
    link === '' ||
    (looked.error instanceof ApiProblem && (looked.error.code === 'link-not-valid' || looked.error.status === 400))
  if (isOver) {
    return (
      <EntryCard title={t('welcome.over')} intro={t('refusals.link-not-valid')}>
        <ButtonLink to="/sign-in" appearance="primary">
          {t('signIn.title')}
        </ButtonLink>
      </EntryCard>
    )
  }
  const { data } = looked
  if (factors.length > 0 && data) {
    return <SecondStep organisation={data.organisation.slug} factors={factors} onBack={() => go('/sign-in')} />
  }
  return (
    <EntryCard
      title={data ? t(`welcome.${data.kind}.title`) : t('welcome.wait')}
      {...(data ? { intro: <Intro view={data} /> } : {})}
    >
      <Loaded query={looked}>
        {(view) => <WelcomeForm link={link} view={view} onSecondFactor={setFactors} />}
      </Loaded>
    </EntryCard>
  )
}

function Intro({ view }: { readonly view: LinkView }) {
  const t = useWords('people')
  return t(`welcome.${view.kind}.intro`, { organisation: view.organisation.name, email: view.person?.email ?? '' })
}

type WelcomeFormProps = {
  readonly link: string
  readonly view: LinkView
  readonly onSecondFactor: (factors: readonly SecondFactor[]) => void
}

function WelcomeForm({ link, view, onSecondFactor }: WelcomeFormProps) {
  const t = useWords('people')
  const go = useGo()
  const queries = useQueryClient()
  const { setLanguage } = usePersonActions()
  const [name, setName] = useState(view.person?.name ?? '')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const isAdministrator = view.kind === 'administrator'
  const asksName = view.kind !== 'password-reset'

  const invitedLanguage = view.person?.language
  useEffect(() => {
    if (invitedLanguage && !localStorage.getItem('tierwise.language')) void setLanguage(invitedLanguage)
  }, [invitedLanguage, setLanguage])

  const about = { name, email: view.person?.email ?? email, organisation: view.organisation.name }
  const verdict = judgePassword(password, about)
  const passwordError =
    password !== '' && !verdict.ok && password.length >= 4 ? t.any(`refusals.${verdict.refusal.code}`) : null
  const isComplete = verdict.ok && (!asksName || name.trim() !== '') && (!isAdministrator || email.includes('@'))

  const send = async () => {
    const body = {
      link,
      password,
      language: t.language,
      ...(asksName ? { name } : {}),
      ...(isAdministrator ? { email } : {}),
    }
    const { me, secondFactor } = await peopleApi('POST /api/v1/links/use', { body })
    rememberedOrganisation.set(view.organisation.slug)
    if (!me) return onSecondFactor(secondFactor)
    await queries.refetchQueries({ queryKey: meKey })
    go(isAdministrator ? '/first-steps' : '/', { replace: true })
  }

  return (
    <>
      <EntryForm action={t(`welcome.${view.kind}.do`)} isComplete={isComplete} onSubmit={send}>
        {asksName && (
          <FormField label={t('name')} required>
            <Input autoComplete="name" value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </FormField>
        )}
        {isAdministrator && (
          <FormField label={t('email')} hint={t('welcome.emailHint')} required>
            <Input
              type="email"
              autoComplete="username"
              value={email}
              onChange={(_, { value }) => setEmail(value)}
            />
          </FormField>
        )}
        {!isAdministrator && (
          <input type="hidden" autoComplete="username" value={view.person?.email ?? ''} readOnly />
        )}
        <PasswordField
          label={t('password.choose')}
          kind="new-password"
          hint={t('password.hint')}
          value={password}
          onChange={setPassword}
          error={passwordError}
        />
      </EntryForm>
      <ProviderButtons providers={view.providers} returnTo="/" link={link} />
    </>
  )
}
