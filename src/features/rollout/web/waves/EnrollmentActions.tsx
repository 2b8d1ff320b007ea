import { Button } from '@fluentui/react-components'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveView } from '../../contract/waves.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { CountDialog } from './CountDialog.tsx'

/** Reads Intune now, puts a figure in its place or takes that back; without Intune somebody says what they counted. */
export function EnrollmentActions({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const dialog = useDialog()
  const toast = useToast()
  const refresh = useRefreshRollout()
  const { working, attempt } = useAttempt(useRefusals('rollout', 'plan'))
  const mayChange = hasAnyRole(useSignedIn(), rolloutManagers)
  if (!mayChange) return null
  const params = { key: view.wave.key }
  const isCorrection = view.intune !== null && view.intune.readAt !== null
  return (
    <div className={styles.row}>
      {view.intune && (
        <Button
          disabledFocusable={working}
          onClick={() =>
            void attempt(async () => {
              const { reading } = await rolloutApi('POST /api/v1/rollout/enrollments/read')
              toast({ text: t(reading ? 'run.reading' : 'run.justRead'), tone: 'success' })
            })
          }
        >
          {t('run.readNow')}
        </Button>
      )}
      {view.wave.enrolled?.source === 'corrected' && (
        <Button
          disabledFocusable={working}
          onClick={() =>
            void attempt(() => rolloutApi('DELETE /api/v1/rollout/waves/:key/correction', { params }), refresh)
          }
        >
          {t('run.backToIntune')}
        </Button>
      )}
      {view.wave.state !== 'to-come' && (
        <>
          <Button onClick={() => dialog.show(true)}>{t(isCorrection ? 'run.correct' : 'run.count')}</Button>
          <CountDialog
            key={dialog.turn}
            view={view}
            isCorrection={isCorrection}
            open={dialog.open}
            onClose={dialog.hide}
          />
        </>
      )}
    </div>
  )
}
