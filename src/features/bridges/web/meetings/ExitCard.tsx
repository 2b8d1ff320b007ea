import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { unitOf, useFigureWords } from '../figures/figure-words.ts'
import { bridgeFigures } from '../queries.ts'
import { OutlookSign } from './QuorumOutlook.tsx'

/** Whether the standing bridges may stop, at a glance. */
export function ExitCard() {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const say = useFigureWords()
  const bridges = useQuery(bridgeFigures).data?.bridges ?? []
  if (bridges.length === 0) return null
  return (
    <Section title={t('exit.title')} card>
      {bridges.map((bridge) => (
        <div key={bridge.key}>
          {bridges.length > 1 && <h3 className={`${styles.plain} ${styles.small}`}>{bridge.name[t.language]}</h3>}
          {bridge.stopped && (
            <p className={styles.plain}>{t('page.emptyStopped', { name: bridge.name[t.language] })}</p>
          )}
          {!bridge.stopped && bridge.criteria.length === 0 && (
            <p className={`${styles.plain} ${styles.wrap}`}>{bridge.exit[t.language]}</p>
          )}
          <ul className={styles.list}>
            {!bridge.stopped &&
              bridge.criteria.map((one, index) => (
                <li key={`${index} ${one.figure}`}>
                  <OutlookSign outlook={one.value === null ? 'likely' : one.holds ? 'holds' : 'fails'} />{' '}
                  {t.any(`figures.names.${one.figure}`)}:{' '}
                  <span className={styles.strong}>{say(one.value, unitOf(one.figure))}</span>{' '}
                  <span className={styles.quiet}>
                    ({t.any(`figures.${one.comparison}`, { value: say(one.threshold, unitOf(one.figure)) })})
                  </span>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <PageLink to="/bridge/figures">{t('exit.more')}</PageLink>
    </Section>
  )
}
