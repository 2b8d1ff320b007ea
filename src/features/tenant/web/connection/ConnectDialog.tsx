import { Checkbox, Input, Select } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { sayable, useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { TenantView } from '../../contract/tenant-view.ts'
import { type Cloud, clouds } from '../../domain/clouds.ts'
import { useWhyNot } from '../checks/why-not.ts'
import { useFieldProblems } from '../field-problems.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { type ConnectFields, fieldsOf, inputOf, isComplete, staysKept } from './connect-form.ts'
import { RegistrationFieldset } from './RegistrationFieldset.tsx'

export type ConnectDialogProps = {
  /** Null: none is connected yet. */
  readonly view: TenantView | null
  readonly canBePrivate: boolean
  readonly open: boolean
  readonly onClose: () => void
}

const notAccepted = 'sign-in-not-accepted'

/** Asks for what the overview of the registration shows at Microsoft, and for nothing that Tierwise knows. */
export function ConnectDialog({ view, canBePrivate, open, onClose }: ConnectDialogProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const otherRefusals = useRefusals('tenant')
  const whyNot = useWhyNot()
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const [fields, setFields] = useState<ConnectFields>(() => fieldsOf(view))
  const { wrong: invalid, sending } = useFieldProblems()
  // What is typed anew is tried anew.
  const change = (part: Partial<ConnectFields>) => setFields((now) => ({ ...now, keepRefused: false, ...part }))

  const refusalOf = ({ data }: ApiProblem) => {
    const { purpose, said } = sayable(data)
    const place = purpose === 'act' ? 'act' : 'read'
    return { place, why: whyNot({ code: 'sign-in-refused', answer: String(said) }) } as const
  }
  const refusalWords: typeof otherRefusals = (code, problem) => {
    if (code !== notAccepted) return otherRefusals(code, problem)
    const { place, why } = refusalOf(problem)
    return t('connect.refused', { which: t(`registration.${place}.title`), why })
  }
  const wrong = new Map(invalid)
  if (refused !== null) {
    const { place, why } = refusalOf(refused)
    wrong.set(`${place}.credential.${fields[place].kind}`, why)
  }

  const submit = async () => {
    try {
      await sending(() => tenantApi('PUT /api/v1/tenant', { body: inputOf(fields) }))
    } catch (error) {
      setRefused(error instanceof ApiProblem && error.code === notAccepted ? error : null)
      throw error
    }
    await queries.invalidateQueries({ queryKey: tenantKey })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={view ? t('connect.changeTitle') : t('connect.title')}
      intro={t('connect.intro')}
      primary={view ? t('connect.keep') : t('connect.do')}
      onSubmit={submit}
      canSubmit={isComplete(fields, view)}
      why={t('connect.missing')}
      refusalWords={refusalWords}
      size="large"
    >
      <div className={styles.two}>
        <FormField
          label={t('connect.tenantId')}
          hint={t('connect.tenantIdHint')}
          error={wrong.get('tenantId')}
          required
        >
          <Input
            value={fields.tenantId}
            spellCheck={false}
            autoComplete="off"
            maxLength={100}
            onChange={(_, { value }) => change({ tenantId: value })}
          />
        </FormField>
        <FormField label={t('connection.cloud')} required>
          <Select value={fields.cloud} onChange={(_, { value }) => change({ cloud: value as Cloud })}>
            {clouds.map((cloud) => (
              <option key={cloud} value={cloud}>
                {t(`cloud.${cloud}`)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      {fields.cloud === 'own' && (
        <>
          <div className={styles.two}>
            <FormField label={t('connect.loginUrl')} error={wrong.get('loginUrl')} required>
              <Input
                type="url"
                value={fields.loginUrl}
                maxLength={300}
                onChange={(_, { value }) => change({ loginUrl: value })}
              />
            </FormField>
            <FormField label={t('connect.graphUrl')} error={wrong.get('graphUrl')} required>
              <Input
                type="url"
                value={fields.graphUrl}
                maxLength={300}
                onChange={(_, { value }) => change({ graphUrl: value })}
              />
            </FormField>
          </div>
          {canBePrivate && (
            <Checkbox
              checked={fields.allowPrivate}
              label={t('connect.allowPrivate')}
              onChange={(_, { checked }) => change({ allowPrivate: checked === true })}
            />
          )}
        </>
      )}
      <RegistrationFieldset
        purpose="read"
        value={fields.read}
        kept={staysKept(fields, view, 'read')}
        wrong={wrong}
        onChange={(part) => change({ read: { ...fields.read, ...part } })}
      />
      <Checkbox
        checked={fields.acts}
        label={t('connect.acts')}
        onChange={(_, { checked }) => change({ acts: checked === true })}
      />
      {fields.acts && (
        <RegistrationFieldset
          purpose="act"
          value={fields.act}
          kept={staysKept(fields, view, 'act')}
          wrong={wrong}
          onChange={(part) => change({ act: { ...fields.act, ...part } })}
        />
      )}
      {refused !== null && (
        <Checkbox
          checked={fields.keepRefused}
          label={t('connect.keepRefused')}
          onChange={(_, { checked }) => change({ keepRefused: checked === true })}
        />
      )}
    </MoveDialog>
  )
}
