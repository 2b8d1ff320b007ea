import { Button, Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, useEffect, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { type Search, useAddress, useGo } from '#ui/pages/address.ts'
import { useMaybeSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { SecondFactor } from '../../domain/second-factor.ts'
import { localPath } from '../../domain/identity.ts'
import { meKey, peopleApi, waysIn } from '../queries.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
import { ForgottenPassword } from './ForgottenPassword.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { PasswordField } from './PasswordField.tsx'
import { ProviderButtons } from './ProviderButtons.tsx'
import { rememberedOrganisation } from './remembered-organisation.ts'

// Most people see neither, and the first page that anybody sees stays light.
const SecondStep = lazy(async () => ({ default: (await import('./SecondStep.tsx')).SecondStep }))
const PasskeySignIn = lazy(async () => ({ default: (await import('./PasskeySignIn.tsx')).PasskeySignIn }))

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
const readAddress = (search: Search) => ({
  organisation: text(search['organisation']),
  returnTo: text(search['returnTo']),
  refusal: text(search['refusal']),
})

export function SignInPage() {
  const t = useWords('people')
  const go = useGo()
  const [address] = useAddress(readAddress)
  const returnTo = localPath(address.returnTo ?? '/')
  const [slug, setSlug] = useState(() => address.organisation ?? rememberedOrganisation.get())
  const [forgotten, setForgotten] = useState(false)
  const [factors, setFactors] = useState<readonly SecondFactor[]>([])
  const ways = useQuery(waysIn(slug))
  const isSignedIn = useMaybeSignedIn() !== null

  useEffect(() => {
    if (isSignedIn) go(returnTo, { replace: true })
  }, [isSignedIn, go, returnTo])

  if (forgotten) {
    return (
      <ForgottenPassword
        organisation={slug}
        byMail={ways.data?.resetByMail ?? false}
        onBack={() => setForgotten(false)}
      />
    )
  }
  const organisation = ways.data?.organisation
  if (factors.length > 0 && organisation) {
    return <SecondStep organisation={organisation.slug} factors={factors} onBack={() => setFactors([])} />
  }
  const name = organisation?.name
  return (
    <EntryCard title={t('signIn.title')} {...(name ? { intro: t('signIn.at', { organisation: name }) } : {})}>
      {address.refusal && <Refusal code={address.refusal} />}
      <Loaded query={ways}>
        {({ organisation: found, providers, passkeys }) =>
          found ? (
            <>
              <PasswordForm
                organisation={found.slug}
                onForgotten={() => setForgotten(true)}
                onSecondFactor={setFactors}
              />
              {passkeys && 'PublicKeyCredential' in window && <PasskeySignIn organisation={found.slug} suggests />}
              <ProviderButtons organisation={found.slug} providers={providers} returnTo={returnTo} />
            </>
          ) : (
            <OrganisationForm unknown={slug} onChoose={setSlug} />
          )
        }
      </Loaded>
    </EntryCard>
  )
}

function Refusal({ code }: { readonly code: string }) {
  const t = useWords('people')
  const known = t.has(`refusals.${code}`) ? code : 'provider-refused'
  return <Alert>{t.any(`refusals.${known}`)}</Alert>
}

type PasswordFormProps = {
  readonly organisation: string
  readonly onForgotten: () => void
  readonly onSecondFactor: (factors: readonly SecondFactor[]) => void
}

function PasswordForm({ organisation, onForgotten, onSecondFactor }: PasswordFormProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')

  const send = async () => {
    try {
      const { me, secondFactor } = await peopleApi('POST /api/v1/sign-in', {
        body: { organisation, email, password },
      })
      rememberedOrganisation.set(organisation)
      if (me) await queries.refetchQueries({ queryKey: meKey })
      else onSecondFactor(secondFactor)
    } catch (cause) {
      setPassword('')
      throw cause
    }
  }

  return (
    <EntryForm
      action={t('signIn.do')}
      isComplete={email !== '' && password !== ''}
      onSubmit={send}
      below={
        <Button appearance="transparent" size="small" onClick={onForgotten}>
          {t('signIn.forgotten')}
        </Button>
      }
    >
      <FormField label={t('email')} required>
        <Input
          type="email"
          autoComplete="username webauthn"
          value={email}
          onChange={(_, { value }) => setEmail(value)}
        />
      </FormField>
      <PasswordField label={t('password.label')} kind="current-password" value={password} onChange={setPassword} />
    </EntryForm>
  )
}
