import { Link, mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Duration, Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'

/** What the case is: number, engineer, clock, and the address that mail of it goes to. */
export function CaseFacts({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const { case: one, contact, response } = view
  return (
    <>
      <Section title={t('case.facts')} card>
        <KeyValues
          items={[
            {
              label: t('list.ticket'),
              value: (
                <PageLink to={`/tickets/${one.ticket.number}`}>{t('case.toTicket', { ...one.ticket })}</PageLink>
              ),
            },
            { label: t('case.number'), value: one.caseNumber ?? t('case.noNumber') },
            { label: t('case.severity'), value: one.severity[t.language] },
            {
              label: t('case.contact'),
              value:
                contact.name === null && contact.address === null
                  ? t('case.noContact')
                  : [contact.name, contact.address].filter((part) => part !== null).join(', '),
            },
            { label: t('case.owner'), value: one.owner?.name ?? t('case.nobody') },
            {
              label: t('case.opened'),
              value: (
                <>
                  <Time at={one.openedAt} form="both" />
                  {view.openedBy && ` · ${view.openedBy.name}`}
                </>
              ),
            },
            {
              label: t('clock.within'),
              value: (
                <>
                  <Duration minutes={response.minutes} /> · {t(`clock.${response.hours}`)}
                </>
              ),
            },
            ...(response.at ? [{ label: t('clock.response'), value: <Time at={response.at} form="both" /> }] : []),
            ...(one.state === 'open' && one.next.what !== ''
              ? [{ label: t('clock.next'), value: one.next.what }]
              : []),
            ...(view.answeredAt
              ? [{ label: t('clock.answeredAt'), value: <Time at={view.answeredAt} form="both" /> }]
              : []),
          ]}
        />
      </Section>
      <Section title={t('case.alias')} card>
        {view.alias ? (
          <>
            <code className={styles.mono}>{view.alias}</code>
            <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('case.aliasHint')}</p>
          </>
        ) : (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('case.noAlias')}</p>
        )}
      </Section>
      <Section title={t(`channels.${view.channel}`)} card>
        <p className={styles.plain}>
          {t(`guidance.${view.channel}`)}{' '}
          {view.page && (
            <Link href={view.page} target="_blank" rel="noopener noreferrer" inline>
              {t('guidanceLink')}
            </Link>
          )}
        </p>
      </Section>
    </>
  )
}
