import { Button, Field, SearchBox } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useSettled } from '#ui/form/settled.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { KnowledgeTabs } from '../KnowledgeTabs.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { issues, useKnowledgeLive } from '../queries.ts'
import { readAsked } from './asked.ts'
import { Filters } from './Filters.tsx'
import { IssueRow } from './IssueRow.tsx'

const page = 40
const writers = new Set(['agent', 'lead', 'plan-owner'])

/** Known issues, found while one types: by code, by words in either language, by filters. */
export function KnowledgePage() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { roles } = useSignedIn()
  const [asked, change] = useAddress(readAsked)
  const [text, setText] = useState(asked.q ?? '')
  const settled = useSettled(text.trim(), 200)
  const [limit, setLimit] = useState(page)
  const given = useRef(asked.q)
  useKnowledgeLive()
  useEffect(() => {
    if (settled === (given.current ?? '')) return
    given.current = settled
    setLimit(page)
    change({ q: settled === '' ? undefined : settled })
  }, [settled, change])
  const query = useQuery(issues(asked, limit))
  const total = query.data?.total
  return (
    <Page
      title={t('title')}
      width="work"
      state={total !== undefined && t('state', { count: total })}
      action={
        roles.some((role) => writers.has(role)) && (
          <ButtonLink to="/knowledge/new" appearance="primary" icon={<AddRegular aria-hidden />}>
            {t('write')}
          </ButtonLink>
        )
      }
    >
      <div className={styles.stack}>
        <KnowledgeTabs />
        <Field label={t('search.label')} hint={t('search.hint')}>
          <SearchBox
            value={text}
            maxLength={1000}
            dismiss={{ 'aria-label': t('search.clear') }}
            onChange={(_event, data) => setText(data.value)}
          />
        </Field>
        <Filters asked={asked} onChange={(part) => change(part)} />
        <Loaded query={query}>
          {(found) =>
            found.issues.length === 0 ? (
              <EmptyState title={t('list.empty')} text={t('list.emptyHint')} />
            ) : (
              <>
                <ul className={styles.list} aria-label={t('list.label')}>
                  {found.issues.map((issue) => (
                    <IssueRow key={issue.id} issue={issue} />
                  ))}
                </ul>
                {found.issues.length < found.total && (
                  <div className={styles.row}>
                    <Button onClick={() => setLimit((now) => Math.min(500, now + page))}>{t('list.more')}</Button>
                    <span className={styles.quiet}>
                      {t('list.count', { shown: found.issues.length, total: found.total })}
                    </span>
                  </div>
                )}
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  )
}
