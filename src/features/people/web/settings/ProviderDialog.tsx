import { Checkbox, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OidcProvider } from '../../contract/views.ts'
import { isEntra } from '../../domain/identity.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, providers } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

export type ProviderDialogProps = {
  readonly provider: OidcProvider | null
  readonly open: boolean
  readonly onClose: () => void
}

const entraIssuer = (tenant: string) => `https://login.microsoftonline.com/${tenant.trim()}/v2.0`
const tenantIn = (issuer: string) => /microsoftonline\.com\/([^/]+)\//.exec(issuer)?.[1] ?? ''

/** Asks for Microsoft Entra ID only what its page shows; any other provider by its issuer. */
export function ProviderDialog({ provider: before, open, onClose }: ProviderDialogProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const [kind, setKind] = useState<'entra' | 'other'>(before && !isEntra(before.issuer) ? 'other' : 'entra')
  const [name, setName] = useState(before?.name ?? 'Microsoft')
  const [tenant, setTenant] = useState(before ? tenantIn(before.issuer) : '')
  const [issuer, setIssuer] = useState(before?.issuer ?? '')
  const [clientId, setClientId] = useState(before?.clientId ?? '')
  const [secret, setSecret] = useState('')
  const [createsRequesters, setCreatesRequesters] = useState(before?.createsRequesters ?? true)
  const [enabled, setEnabled] = useState(before?.enabled ?? false)
  const place = kind === 'entra' ? entraIssuer(tenant) : issuer.trim()
  const isComplete =
    name.trim() !== '' && clientId.trim() !== '' && (kind === 'entra' ? tenant.trim() !== '' : URL.canParse(place))

  const submit = async () => {
    const body = { name, issuer: place, clientId: clientId.trim(), createsRequesters, enabled }
    const given = secret === '' ? {} : { clientSecret: secret }
    if (before) {
      await peopleApi('PATCH /api/v1/oidc-providers/:id', {
        params: { id: before.id },
        body: { ...body, ...given },
      })
    } else {
      await peopleApi('POST /api/v1/oidc-providers', {
        body: { ...body, clientSecret: null, tenants: [], ...given },
      })
    }
    await queries.invalidateQueries({ queryKey: providers.queryKey })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={before ? t('providers.changeOf', { name: before.name }) : t('providers.add')}
      intro={t('providers.intro')}
      primary={t('edit.do')}
      onSubmit={submit}
      canSubmit={isComplete}
      why={t('providers.missing')}
      refusalWords={refusalWords}
      size="large"
    >
      <FormField label={t('providers.kind')} required>
        <RadioGroup
          layout="horizontal"
          value={kind}
          onChange={(_, { value }) => setKind(value as 'entra' | 'other')}
        >
          <Radio value="entra" label="Microsoft Entra ID" />
          <Radio value="other" label={t('providers.other')} />
        </RadioGroup>
      </FormField>
      <FormField label={t('providers.name')} hint={t('providers.nameHint')} required>
        <Input value={name} maxLength={60} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <div className={styles.two}>
        {kind === 'entra' ? (
          <FormField label={t('providers.tenant')} hint={t('providers.tenantHint')} required>
            <Input value={tenant} spellCheck={false} onChange={(_, { value }) => setTenant(value)} />
          </FormField>
        ) : (
          <FormField label={t('providers.issuer')} hint={t('providers.issuerHint')} required>
            <Input type="url" value={issuer} onChange={(_, { value }) => setIssuer(value)} />
          </FormField>
        )}
        <FormField label={t('providers.clientId')} required>
          <Input value={clientId} spellCheck={false} onChange={(_, { value }) => setClientId(value)} />
        </FormField>
      </div>
      <FormField
        label={t('providers.secret')}
        hint={before?.hasSecret ? t('providers.secretKept') : t('providers.secretHint')}
      >
        <Input type="password" autoComplete="off" value={secret} onChange={(_, { value }) => setSecret(value)} />
      </FormField>
      <Checkbox
        checked={createsRequesters}
        label={t('providers.createsRequesters')}
        onChange={(_, { checked }) => setCreatesRequesters(checked === true)}
      />
      <Checkbox
        checked={enabled}
        label={t('providers.enabled')}
        onChange={(_, { checked }) => setEnabled(checked === true)}
      />
    </MoveDialog>
  )
}
