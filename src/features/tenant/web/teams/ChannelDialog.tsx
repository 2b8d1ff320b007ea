import { Checkbox, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { ChannelInput, ChannelView } from '../../contract/channels.ts'
import { channelMoments } from '../../domain/channels.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'

export type ChannelDialogProps = {
  /** Null: a new one. */
  readonly channel: ChannelView | null
  readonly open: boolean
  readonly onClose: () => void
}

/** A channel: where its cards go, in which language, and what it is told. */
export function ChannelDialog({ channel, open, onClose }: ChannelDialogProps) {
  const t = useWords('tenant')
  const ui = useWords('ui')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('tenant')
  const [name, setName] = useState(channel?.name ?? '')
  const [url, setUrl] = useState('')
  const [language, setLanguage] = useState<'nl' | 'en'>(channel?.language ?? t.language)
  const [moments, setMoments] = useState<ChannelInput['moments']>(channel?.moments ?? [...channelMoments])
  const [enabled, setEnabled] = useState(channel?.enabled ?? true)
  const [wrong, setWrong] = useState<string | null>(null)
  const isComplete = name.trim() !== '' && (channel !== null || url.trim() !== '')

  const submit = async () => {
    setWrong(null)
    const body = { name: name.trim(), language, moments, enabled }
    try {
      if (channel === null) await tenantApi('POST /api/v1/tenant/channels', { body: { ...body, url: url.trim() } })
      else {
        await tenantApi('PUT /api/v1/tenant/channels/:id', {
          params: { id: channel.id },
          body: { ...body, ...(url.trim() === '' ? {} : { url: url.trim() }) },
        })
      }
    } catch (error) {
      if (error instanceof ApiProblem) setWrong(error.fields.find(({ field }) => field === 'url')?.message ?? null)
      throw error
    }
    await queries.invalidateQueries({ queryKey: tenantKey })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={channel ? t('teams.changeOf', { name: channel.name }) : t('teams.add')}
      intro={t('teams.intro')}
      primary={channel ? t('teams.keep') : t('teams.add')}
      onSubmit={submit}
      canSubmit={isComplete}
      why={t('teams.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('teams.name')} required>
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <FormField
        label={t('teams.url')}
        hint={channel ? t('teams.urlKept') : t('teams.urlHint')}
        error={wrong}
        required={channel === null}
      >
        <Input type="password" autoComplete="off" value={url} onChange={(_, { value }) => setUrl(value)} />
      </FormField>
      <FormField label={t('teams.language')} required>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, { value }) => setLanguage(value as 'nl' | 'en')}
        >
          <Radio value="nl" label={ui('language.nl')} />
          <Radio value="en" label={ui('language.en')} />
        </RadioGroup>
      </FormField>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('teams.moments')}</legend>
        <div className={styles.tight}>
          {channelMoments.map((moment) => (
            <Checkbox
              key={moment}
              checked={moments.includes(moment)}
              label={t(`moment.${moment}`)}
              onChange={(_, { checked }) =>
                setMoments(
                  channelMoments.filter((one) => (one === moment ? checked === true : moments.includes(one))),
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <Checkbox
        checked={enabled}
        label={t('teams.enabled')}
        onChange={(_, { checked }) => setEnabled(checked === true)}
      />
    </MoveDialog>
  )
}
