import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useArrival } from '#ui/pages/arrival.ts'
import { onDemand, useEver } from '#ui/pages/on-demand.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ActionView } from '../../contract/actions.ts'
import { deviceApi } from '../queries.ts'
import { useActionStyles } from './action-styles.ts'

const AnswerDialogs = onDemand(() => import('./AnswerDialogs.tsx').then((module) => module.AnswerDialogs))
const PlaceDialog = onDemand(() => import('./PlaceDialog.tsx').then((module) => module.PlaceDialog))

const colours = {
  awaiting: 'warning',
  sending: 'informative',
  pending: 'informative',
  done: 'success',
  failed: 'danger',
  declined: 'subtle',
  expired: 'subtle',
  withdrawn: 'subtle',
} as const

/** One thing that was asked of a device: how it stands, who asked and agreed, and what one may do about it. */
export function ActionLine({ action: one }: { readonly action: ActionView }) {
  const t = useWords('devices')
  const styles = useActionStyles()
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('devices'))
  const arrival = useArrival<HTMLLIElement>(`action-${one.id}`)
  const answering = useDialog<'agree' | 'decline'>()
  const looking = useDialog()
  const [everAnswered, everLooked] = [useEver(answering.open), useEver(looking.open)]
  const words = { action: t(`acting.action.${one.action}`), device: one.deviceName }
  const withdraw = () =>
    attempt(async () => {
      await deviceApi('POST /api/v1/devices/actions/:id/withdraw', { params: { id: one.id } })
      await queries.invalidateQueries({ queryKey: ['devices', 'actions'] })
    })
  return (
    <li {...arrival} className={styles.line}>
      <span className={styles.row}>
        <span className={styles.strong}>{words.action}</span>
        <Badge appearance="tint" color={colours[one.state]}>
          {t(`acting.state.${one.state}`)}
        </Badge>
      </span>
      {one.code !== null && (
        <span className={styles.small}>
          {t.has(`acting.code.${one.code}`) ? t.any(`acting.code.${one.code}`) : one.code}
          {one.code === 'offline' && one.deviceSeenAt !== null && (
            <>
              {' '}
              ({t('acting.since')} <Time at={one.deviceSeenAt} form="relative" quiet />)
            </>
          )}
        </span>
      )}
      <span className={mergeClasses(styles.small, styles.quiet)}>
        {t('acting.askedBy', { name: one.askedBy?.name ?? '' })} <Time at={one.askedAt} form="relative" quiet />
        {one.answeredBy !== null && (
          <>
            {' · '}
            {t(one.state === 'declined' ? 'acting.declinedBy' : 'acting.agreedBy', { name: one.answeredBy.name })}
          </>
        )}
        {one.state === 'awaiting' && one.agreeUntil !== null && (
          <>
            {' · '}
            {t('acting.until')} <Time at={one.agreeUntil} quiet />
          </>
        )}
      </span>
      {one.purpose !== null && (
        <span className={styles.small}>{t('acting.purposeIs', { purpose: one.purpose })}</span>
      )}
      <span className={styles.row}>
        {one.state === 'awaiting' && one.agreeNo === null && (
          <>
            <Button
              size="small"
              appearance="primary"
              aria-label={t('acting.agreeOf', words)}
              onClick={() => answering.show('agree')}
            >
              {t('acting.agree')}
            </Button>
            <Button
              size="small"
              aria-label={t('acting.declineOf', words)}
              onClick={() => answering.show('decline')}
            >
              {t('acting.decline')}
            </Button>
          </>
        )}
        {one.mayWithdraw && (
          <Button
            size="small"
            aria-label={t('acting.withdrawOf', words)}
            disabledFocusable={working}
            onClick={() => void withdraw()}
          >
            {t('acting.withdraw')}
          </Button>
        )}
        {one.maySeeLocation && (
          <Button size="small" aria-label={t('acting.whereOf', words)} onClick={() => looking.show(true)}>
            {t('acting.where')}
          </Button>
        )}
      </span>
      {everAnswered && (
        <Suspense>
          <AnswerDialogs key={answering.turn} action={one} dialog={answering} />
        </Suspense>
      )}
      {everLooked && looking.open && (
        <Suspense>
          <PlaceDialog key={looking.turn} action={one} open={looking.open} onClose={looking.hide} />
        </Suspense>
      )}
    </li>
  )
}
