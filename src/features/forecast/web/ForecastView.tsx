import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSettled } from '#ui/form/settled.ts'
import { LoadingState } from '#ui/page/states.tsx'
import type { ForecastInputs } from '../contract.ts'
import { atRest, isAtRest, type Levers, pulled } from '../domain/assumptions/levers.ts'
import { AssumptionsTable } from './assumptions/AssumptionsTable.tsx'
import { AnswerBar } from './AnswerBar.tsx'
import { BreaksList } from './BreaksList.tsx'
import { Figures } from './Figures.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { LeversPanel } from './LeversPanel.tsx'
import { NeededTable } from './NeededTable.tsx'
import { playable } from './queries.ts'
import { useForecastRuns } from './use-forecast-runs.ts'
import { useForecastWords } from './words.ts'

/** How long a lever rests before it is played. */
const restMilliseconds = 250

export function ForecastView({ inputs }: { readonly inputs: ForecastInputs }) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const [levers, setLevers] = useState<Levers>(atRest)
  const settled = useSettled(levers, restMilliseconds)
  const saved = useMemo(() => playable(inputs), [inputs])
  const tried = useMemo(() => (isAtRest(settled) ? null : pulled(saved, settled)), [saved, settled])
  const runs = useForecastRuns(saved, tried, inputs.today)
  const main = tried ? runs.tried : runs.saved
  // Until there is a first picture of what is tried, the charts stand still.
  const forecast = useDeferredValue(main.forecast ?? runs.saved.forecast)
  const beside = useDeferredValue(tried ? runs.saved.forecast : null)
  const { plan } = tried ?? saved
  return (
    <>
      <AnswerBar plan={plan} main={main} runs={runs} saved={tried ? runs.saved.forecast : null} />
      {main.state === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('run.failed')}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          {forecast ? (
            <>
              <BreaksList plan={plan} forecast={forecast} />
              <NeededTable plan={plan} run={runs.needed} />
              <Figures plan={plan} forecast={forecast} saved={beside} today={inputs.today} />
            </>
          ) : (
            main.state !== 'failed' && <LoadingState />
          )}
        </div>
        <div className={styles.side}>
          <LeversPanel saved={saved} levers={levers} onChange={setLevers} />
        </div>
      </div>
      <AssumptionsTable plan={saved.plan} lines={inputs.assumptions} />
    </>
  )
}
