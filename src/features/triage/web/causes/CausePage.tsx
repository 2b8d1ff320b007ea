import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { usePathParams } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseDetail } from '../../contract/causes.ts'
import { CauseActions } from './CauseActions.tsx'
import { CauseCourse } from './CauseCourse.tsx'
import { CauseMembers } from './CauseMembers.tsx'
import { causeDetail, useLiveCauses } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

/** One cause and its tickets. The first that is diagnosed says root cause and solution for all. */
export function CausePage() {
  const t = useWords('triage')
  const { id = '' } = usePathParams()
  const cause = useQuery(causeDetail(id))
  const refusalWords = useRefusals('triage')
  useLiveCauses()
  const shown = cause.data
  return (
    <Page
      title={shown?.title ?? t('causes.one')}
      width="work"
      back={{ to: '/causes', label: t('causes.page') }}
      {...(shown
        ? {
            state: `${t('causes.counts', { count: shown.tickets, open: shown.open })}${shown.closedAt === null ? '' : ` · ${t('causes.closed')}`}`,
            action: <CauseActions cause={shown} />,
          }
        : {})}
    >
      <Loaded query={cause} refusalWords={refusalWords}>
        {(found) => <Shown cause={found} />}
      </Loaded>
    </Page>
  )
}

function Shown({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const { found } = cause
  return (
    <div className={styles.column}>
      <Section title={t('causes.known')} card>
        {found ? (
          <KeyValues
            items={[
              { label: t('causes.rootCause'), value: found.rootCause },
              { label: t('causes.solution'), value: found.solution },
              { label: t('causes.wording'), value: found.wordingForRequester },
              {
                label: t('causes.foundWith'),
                value: <PageLink to={`/tickets/${found.number}`}>{`T-${found.number}`}</PageLink>,
              },
            ]}
          />
        ) : (
          <p className={styles.plain}>{t('causes.unknownText')}</p>
        )}
        {cause.incident !== null && (
          <p className={styles.plain}>{t('causes.isIncident', { id: cause.incident })}</p>
        )}
        <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
          {t('causes.openedBy', { name: cause.openedBy })} <Time at={cause.openedAt} form="both" />
        </p>
      </Section>
      <Section title={t('causes.members')}>
        <CauseMembers cause={cause} />
      </Section>
      {cause.course.length > 0 && (
        <Section title={t('causes.course')} card>
          <CauseCourse course={cause.course} />
        </Section>
      )}
    </div>
  )
}
