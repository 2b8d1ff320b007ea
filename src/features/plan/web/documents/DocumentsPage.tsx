import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { versions } from '../queries.ts'
import { VersionLine } from '../versions/VersionLine.tsx'
import { usePlanWords } from '../words/plan-words.ts'
import { DocumentForm } from './DocumentForm.tsx'
import { documents } from './document-queries.ts'
import { DocumentTable } from './DocumentTable.tsx'

/** A version of the plan as files to read, print and sign. */
export function DocumentsPage() {
  const { t } = usePlanWords()
  const number = Number(usePathParams()['number'])
  const queries = useQueryClient()
  const styles = usePlanStyles()
  useLive('plan-document', () => void queries.invalidateQueries({ queryKey: ['plan-documents'] }))
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['plan-documents'] }))
  const all = useQuery(versions)
  const made = useQuery(documents(number))
  const version = all.data?.versions.find((one) => one.number === number)
  const back =
    version?.state === 'published'
      ? { to: '/plan', label: t('page.title') }
      : version && !version.publishedAt
        ? { to: '/plan/draft', label: t('edit.titleOf', { number }) }
        : { to: `/plan/versions/${number}`, label: t('versions.title', { number }) }
  return (
    <Page
      title={t('documents.titleOf', { number })}
      back={back}
      state={version && <VersionLine version={version} />}
    >
      <div className={styles.column}>
        <Section title={t('documents.make')}>
          <DocumentForm number={number} draft={version !== undefined && !version.publishedAt} />
        </Section>
        <Section title={t('documents.made')}>
          <Loaded query={made}>
            {({ documents: list }) =>
              list.length === 0 ? (
                <EmptyState title={t('documents.none')} text={t('documents.noneText')} />
              ) : (
                <DocumentTable number={number} documents={list} />
              )
            }
          </Loaded>
        </Section>
      </div>
    </Page>
  )
}
