import { Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { LessonView, WaveMails } from '../../contract/communication.ts'
import { type MailKind, mailKinds } from '../../domain/mails/mail.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

type UseLessonDialogProps = {
  readonly view: WaveMails
  readonly lesson: LessonView
  readonly open: boolean
  readonly onClose: () => void
}

/** Puts what was learnt into a mail of this wave or the next, as a paragraph of its own. */
export function UseLessonDialog({ view, lesson, open, onClose }: UseLessonDialogProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const refresh = useRefreshRollout()
  const toast = useToast()
  const refusalWords = useRefusals('rollout')
  const waves = [...(view.next && lesson.wave === view.wave.key ? [view.next] : []), view.wave]
  const [wave, setWave] = useState(waves[0]?.key ?? view.wave.key)
  const [kind, setKind] = useState<MailKind>('enrollment')
  const isTold = lesson.tell.nl !== '' && lesson.tell.en !== ''
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('lessons.use')}
      intro={t('lessons.useIntro')}
      primary={t('lessons.use')}
      canSubmit={isTold}
      why={t('lessons.useMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await rolloutApi('POST /api/v1/rollout/lessons/:id/uses', {
          params: { id: lesson.id },
          body: { wave, kind },
        })
        await refresh()
        const name = waves.find(({ key }) => key === wave)?.name
        toast({
          text: t('lessons.used', { kind: t(`mails.kinds.${kind}`), wave: name ? text(name) : wave }),
          tone: 'success',
        })
      }}
    >
      {(['nl', 'en'] as const).map((language) =>
        lesson.tell[language] === '' ? null : (
          <p key={language} className={styles.quote} lang={language}>
            {lesson.tell[language]}
          </p>
        ),
      )}
      <FormField label={t('lessons.ofWave')} required>
        <RadioGroup value={wave} onChange={(_, { value }) => setWave(value)}>
          {waves.map((one) => (
            <Radio key={one.key} value={one.key} label={text(one.name)} />
          ))}
        </RadioGroup>
      </FormField>
      <FormField label={t('lessons.intoMail')} required>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as MailKind)}>
          {mailKinds.map((one) => (
            <Radio key={one} value={one} label={t(`mails.kinds.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
    </MoveDialog>
  )
}
