import { Checkbox, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TrainingHome } from '../../contract/sessions.ts'
import { trainers, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'
import { inputOf, newFields, rememberedPlace, rememberPlace, type SessionFields } from './session-fields.ts'
import { SessionForm } from './SessionForm.tsx'

/** What is known of the training session when one begins to plan it. */
export type PlanFor = {
  readonly courseKey: string | null
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

type PlanSessionDialogProps = {
  readonly shown: TrainingHome
  readonly wanted: PlanFor
  readonly open: boolean
  readonly onClose: () => void
}

/** Plans a training session; what one usually means stands there already. */
export function PlanSessionDialog({ shown, wanted, open, onClose }: PlanSessionDialogProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const me = useSignedIn()
  const now = useNow()
  const go = useGo()
  const toast = useToast()
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const begin = (courseKey: string): SessionFields =>
    newFields(
      {
        courseKey,
        minutes: shown.all.find(({ key }) => key === courseKey)?.minutes ?? 150,
        trainerId: shown.trains.includes(courseKey) ? me.id : '',
        timeZone: me.timeZone,
        place: rememberedPlace(),
        people: wanted.people.length,
        language: me.language,
      },
      now,
    )
  const [chosen, setFields] = useState(() => begin(wanted.courseKey ?? shown.trains[0] ?? shown.all[0]?.key ?? ''))
  // Whoever comes first of those who may: usually there is one.
  const able = useQuery(trainers(chosen.courseKey)).data?.trainers.find(({ as }) => as !== null)
  const fields = chosen.trainerId === '' && able ? { ...chosen, trainerId: able.person.id } : chosen
  const input = inputOf(fields)
  const people = wanted.people.filter(({ id }) => !left.has(id) && id !== fields.trainerId)

  const submit = async () => {
    if (!input) return
    const { trainingSession } = await trainingApi('POST /api/v1/training/sessions', {
      body: { ...input, courseKey: fields.courseKey, personIds: people.map(({ id }) => id) },
    })
    rememberPlace(fields.place.trim())
    await refresh()
    toast({ text: t('plan.planned', { count: people.length + 1 }) })
    go(`/training/sessions/${trainingSession.id}`)
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('plan.title')}
      intro={t('plan.intro')}
      primary={t('plan.primary')}
      onSubmit={submit}
      canSubmit={input !== null}
      why={t('plan.missing')}
      refusalWords={refusalWords}
      size="large"
    >
      <FormField label={t('plan.course')} required>
        <Select
          value={fields.courseKey}
          onChange={(_, { value }) => setFields({ ...begin(value), starts: fields.starts, place: fields.place })}
        >
          {shown.all.map((course) => (
            <option key={course.key} value={course.key}>
              {course.name[t.language]}
            </option>
          ))}
        </Select>
      </FormField>
      <SessionForm fields={fields} onChange={(part) => setFields({ ...fields, ...part })} />
      {wanted.people.length > 0 && fields.courseKey === wanted.courseKey && (
        <fieldset className={styles.fieldset}>
          <legend>{t('plan.people')}</legend>
          {wanted.people.map((person) => (
            <Checkbox
              key={person.id}
              checked={!left.has(person.id)}
              label={person.name}
              onChange={() =>
                setLeft((before) => {
                  const after = new Set(before)
                  if (!after.delete(person.id)) after.add(person.id)
                  return after
                })
              }
            />
          ))}
        </fieldset>
      )}
    </MoveDialog>
  )
}
