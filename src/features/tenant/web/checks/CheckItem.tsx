import { Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CheckView } from '../../contract/tenant-view.ts'
import { tenant, tenantApi } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { useWhyNot } from './why-not.ts'

const icons = {
  works: CheckmarkCircleRegular,
  missing: DismissCircleRegular,
  failed: WarningRegular,
  untried: QuestionCircleRegular,
} as const
const tones = { works: 'good', missing: 'bad', failed: 'warn', untried: 'quiet' } as const

export type CheckItemProps = {
  readonly check: CheckView
  readonly mayTry: boolean
  /** Could not be tried, since signing in fails, where it is said why. */
  readonly follows: boolean
}

export function CheckItem({ check, mayTry, follows }: CheckItemProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const whyNot = useWhyNot()
  const { key, outcome, permission, triedAt, workedAt } = check
  const Icon = icons[outcome]
  const name = t.any(`checks.${key}.name`)
  const isWell = outcome === 'works'
  return (
    <li className={styles.item}>
      <span className={mergeClasses(styles.icon, styles[tones[outcome]])} aria-hidden>
        <Icon />
      </span>
      <div className={mergeClasses(styles.tight, styles.grow)}>
        <span className={styles.row}>
          <span className={styles.strong}>{name}</span>
          <span className={styles.small}>{t(`outcome.${outcome}`)}</span>
        </span>
        {permission !== null && (
          <span className={mergeClasses(styles.code, styles.quiet)}>
            {permission}
            {!check.essential && ` (${t('checks.optional')})`}
          </span>
        )}
        <span>{t.any(`checks.${key}.${isWell ? 'gives' : 'without'}`)}</span>
        {!isWell && check.code !== null && (
          <span className={styles.small}>{follows ? t('checks.follows') : whyNot(check)}</span>
        )}
        {triedAt !== null && (
          <span className={mergeClasses(styles.small, styles.quiet)}>
            {t('checks.tried')} <Time at={triedAt} form="both" quiet />
            {!isWell && workedAt !== null && (
              <>
                {' · '}
                {t('checks.worked')} <Time at={workedAt} form="both" quiet />
              </>
            )}
          </span>
        )}
        {!follows && <Answer check={check} />}
      </div>
      {mayTry && <TryOne checkKey={key} name={name} />}
    </li>
  )
}

/** What Microsoft said, to the letter, for whoever has to look it up there. */
function Answer({ check }: { readonly check: CheckView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const facts = [
    { label: t('answer.status'), value: check.status },
    { label: t('answer.said'), value: check.answer },
    { label: t('answer.requestId'), value: check.requestId },
    { label: t('answer.activityId'), value: check.activityId },
  ].filter(({ value }) => value !== null && value !== '')
  if (facts.length === 0) return null
  return (
    <details className={styles.small}>
      <summary className={styles.summary}>{t('answer.title')}</summary>
      <KeyValues
        items={facts.map(({ label, value }) => ({ label, value: <span className={styles.code}>{value}</span> }))}
      />
    </details>
  )
}

function TryOne({ checkKey, name }: { readonly checkKey: string; readonly name: string }) {
  const t = useWords('tenant')
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('tenant'))
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={t('checks.tryOf', { name })}
      disabledFocusable={working}
      onClick={() =>
        void attempt(async () => {
          const body = { key: checkKey }
          queries.setQueryData(tenant.queryKey, await tenantApi('POST /api/v1/tenant/check', { body }))
        })
      }
    >
      {working ? t('checks.trying') : t('checks.try')}
    </Button>
  )
}
