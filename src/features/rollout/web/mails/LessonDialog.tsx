import { Button, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { LessonView } from '../../contract/communication.ts'
import { useShown, waveCauses } from '../involvement-queries.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

type LessonDialogProps = {
  readonly wave: string
  readonly lesson: LessonView | null
  readonly open: boolean
  readonly onClose: () => void
}

/** What happened in a wave, and what people of a later wave should be told because of it. */
export function LessonDialog({ wave, lesson, open, onClose }: LessonDialogProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const shown = useShown()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout')
  const causes = useQuery({ ...waveCauses(lesson?.wave ?? wave), enabled: open }).data ?? []
  const [happened, setHappened] = useState(lesson?.happened ?? '')
  const [tell, setTell] = useState(lesson?.tell ?? { nl: '', en: '' })
  const body = { happened: happened.trim(), tell: { nl: tell.nl.trim(), en: tell.en.trim() } }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t(lesson ? 'lessons.change' : 'lessons.write')}
      intro={t('lessons.intro')}
      primary={t('lessons.keep')}
      canSubmit={body.happened !== ''}
      why={t('lessons.missing')}
      refusalWords={refusalWords}
      size="large"
      onSubmit={async () => {
        if (lesson) {
          const { id, version } = lesson
          await rolloutApi('PUT /api/v1/rollout/lessons/:id', { params: { id }, body: { ...body, version } })
          await refresh()
        } else {
          shown.mails(await rolloutApi('POST /api/v1/rollout/waves/:key/lessons', { params: { key: wave }, body }))
        }
      }}
    >
      {causes.length > 0 && (
        <div className={styles.tight}>
          <span className={styles.small} id="lesson-causes">
            {t('lessons.causes')}
          </span>
          <div className={styles.row} role="group" aria-labelledby="lesson-causes">
            {causes.map(({ cause, tickets }) => (
              <Button
                key={cause}
                size="small"
                appearance="outline"
                onClick={() =>
                  setHappened(
                    [happened.trim(), t('lessons.cause', { cause, count: tickets })].filter(Boolean).join('\n'),
                  )
                }
              >
                {t('lessons.causeOf', { cause, count: tickets })}
              </Button>
            ))}
          </div>
        </div>
      )}
      <FormField label={t('lessons.happened')} hint={t('lessons.happenedHint')} required>
        <Textarea
          value={happened}
          maxLength={4000}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) => setHappened(value)}
        />
      </FormField>
      <div className={styles.halves}>
        {(['nl', 'en'] as const).map((language) => (
          <FormField key={language} label={t(`lessons.tell.${language}`)}>
            <Textarea
              value={tell[language]}
              maxLength={2000}
              rows={4}
              resize="vertical"
              lang={language}
              onChange={(_, { value }) => setTell({ ...tell, [language]: value })}
            />
          </FormField>
        ))}
      </div>
    </MoveDialog>
  )
}
