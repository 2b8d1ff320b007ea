import { mergeClasses } from '@fluentui/react-components'
import { useMemo } from 'react'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ReadinessView } from '../../contract/readiness.ts'
import { figureSpeech } from '../../domain/readiness/say-figure.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { StateSign } from '../waves/WaveChip.tsx'

type FigureTableProps = {
  readonly readiness: ReadinessView['readiness']
  /** As they were when somebody signed: nothing to mend any more. */
  readonly kept?: boolean
}

/** Each figure, what is needed, whether it holds, why not, and where it is mended. */
export function FigureTable({ readiness, kept = false }: FigureTableProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const zone = useSignedIn().timeZone
  const speech = useMemo(() => figureSpeech(t.language, t.any, zone), [t, zone])
  const mendHead = { unseen: t('readiness.mend') }
  return (
    <Table
      label={t('readiness.title')}
      heads={[
        t('readiness.figure'),
        t('readiness.value'),
        t('readiness.needed'),
        t('readiness.state'),
        ...(kept ? [] : [mendHead]),
      ]}
    >
      {readiness.figures.map((figure, index) => (
        <tr key={`${figure.figure} ${figure.tier ?? ''} ${index}`}>
          <th scope="row">
            {speech.name(figure)}
            {speech.remarks(figure).map((remark) => (
              <div key={remark} className={mergeClasses(styles.quiet, styles.small)}>
                {remark}
              </div>
            ))}
          </th>
          <td>{speech.value(figure)}</td>
          <td>
            {speech.needed(figure)}
            {figure.askedBy === 'plan' && (
              <div className={mergeClasses(styles.quiet, styles.small)}>{t('readiness.byPlan')}</div>
            )}
          </td>
          <td>
            <StateSign state={figure.state} />
          </td>
          {!kept && (
            <td>
              {figure.mend !== null && figure.state !== 'holds' && (
                <PageLink to={figure.mend} aria-label={`${t('readiness.mendIt')}: ${speech.name(figure)}`}>
                  {t('readiness.mendIt')}
                </PageLink>
              )}
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}
