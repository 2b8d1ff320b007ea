import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail, Version } from '../../contract/issue-view.ts'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import { issue as issueOf, issueHistory, useKnowledgeLive } from '../queries.ts'
import { ChangedParts } from './ChangedParts.tsx'

/** Every text of an issue with what it changed, and everything that was done with it. */
export function HistoryPage() {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const { id = '' } = usePathParams()
  const issue = useQuery(issueOf(id))
  const query = useQuery(issueHistory(id))
  useKnowledgeLive()
  const name = issue.data?.symptom[t.language]
  return (
    <Page
      title={t('history.title')}
      width="work"
      back={{ to: `/knowledge/${id}`, label: name ?? t('toList') }}
      state={name}
    >
      <Loaded query={query}>
        {({ versions, acts }) =>
          versions.length === 0 && acts.length === 0 ? (
            <p className={styles.plain}>{t('history.none')}</p>
          ) : (
            <div className={styles.stack}>
              {versions.map((version) => (
                <VersionSection
                  key={version.version}
                  version={version}
                  text={version.text ?? issue.data?.suppliedText ?? issue.data?.text ?? null}
                />
              ))}
              <Section title={t('history.acts')} card>
                <ul className={styles.list}>
                  {acts.map((act) => (
                    <li key={`${act.at}${act.act}${act.version}`} className={styles.tight}>
                      <span>
                        <strong>{t.any(`acts.${act.act}`)}</strong>{' '}
                        {act.version > 0 && t('issue.versionOf', { version: act.version })}
                      </span>
                      <span className={mergeClasses(styles.row, styles.quiet, styles.small)}>
                        <span>{act.by?.name ?? t('history.system')}</span>
                        <Time at={act.at} form="absolute" />
                      </span>
                      {act.reason !== null && <PlainText text={act.reason} />}
                    </li>
                  ))}
                </ul>
              </Section>
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

type VersionProps = {
  readonly version: Version
  readonly text: IssueDetail['text'] | null
}

function VersionSection({ version, text }: VersionProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  return (
    <Section title={t('issue.versionOf', { version: version.version })} card>
      <div className={styles.stack}>
        <div className={mergeClasses(styles.row, styles.quiet, styles.small)}>
          <span>{version.by?.name ?? t('history.system')}</span>
          <Time at={version.at} form="absolute" />
          {version.changed.length > 0 && <span>{t('history.changed', { count: version.changed.length })}</span>}
        </div>
        {version.text === null && <p className={styles.plain}>{t('history.supplied')}</p>}
        <PlainText
          text={
            version.reason === 'new' || version.reason === 'diagnosis' ? t('history.noneBefore') : version.reason
          }
        />
        {text && version.before && version.changed.length > 0 && (
          <ChangedParts parts={version.changed} before={version.before} after={text} />
        )}
      </div>
    </Section>
  )
}
