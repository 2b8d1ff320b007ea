import { makeStyles, tokens } from '@fluentui/react-components'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'
import { drawnEdges } from './drawn-edges.ts'
import { pathFacts } from './path-facts.ts'
import { useStepTime, useUnderWords } from './step-words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  step: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, alignItems: 'center' },
  detail: { color: tokens.colorNeutralForeground2 },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

type Props = {
  readonly shown: DeskTicket
  readonly names: PlanNames
  /** Where the drawing stands beside it, only screen readers need the words. */
  readonly hidden: boolean
}

/** The path in words: the same figures as the drawing. */
export function PathWords({ shown, names, hidden }: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const timeOf = useStepTime(shown)
  const underWords = useUnderWords()
  const told = pathFacts(shown)
  const steps = shown.path.steps.filter((step) => step.state !== 'ahead')
  return (
    <ol className={hidden ? styles.hidden : styles.list} aria-label={t('path.label')}>
      {steps.map((step) => {
        const agent = step.agentId ? shown.people[step.agentId]?.name : null
        const { under } = told(step)
        const facts = [
          step.kind === 'vendor'
            ? t(step.state === 'now' ? 'path.vendorNow' : 'path.vendorBeen')
            : t.any(`path.${under?.what === 'holds' ? 'holds' : `state.${step.state}`}`),
          ...(agent ? [agent] : []),
          ...timeOf(step),
          ...drawnEdges(shown.path.edges)
            .filter((edge) => edge.from === step.tier && edge.direction !== 'down')
            .map(({ direction, evidence, times }) =>
              direction === 'up' && evidence === 0
                ? t('path.edge.upBare')
                : t.any(`path.edge.${direction}`, { count: direction === 'up' ? evidence : times }),
            ),
          ...(under?.what === 'holds' ? [] : underWords(under)),
        ]
        return (
          <li key={step.tier} className={styles.step}>
            <TierBadge tier={step.tier} name={names.tier(step.tier)} />
            <span className={styles.detail}>{facts.join(' · ')}</span>
          </li>
        )
      })}
    </ol>
  )
}
