import { Input, mergeClasses, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { PilotView } from '../../contract/pilot.ts'
import { casesFor, type TestCase } from '../../domain/pilot/checklist.ts'
import { type CaseResult, caseResults } from '../../domain/pilot/experience.ts'
import { useShown } from '../involvement-queries.ts'
import { rolloutApi } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

type Logged = { readonly result: CaseResult | null; readonly words: string }
const blank: Logged = { result: null, words: '' }

type ChecklistDialogProps = {
  readonly platform: Platform
  readonly view: PilotView
  readonly open: boolean
  readonly onClose: () => void
}

/** The test cases of one platform: what to try, what to expect, and how it went. */
export function ChecklistDialog({ platform, view, open, onClose }: ChecklistDialogProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const shown = useShown()
  const refusalWords = useRefusals('rollout')
  const before = new Map<string, Logged>(
    view.mine.cases.filter((one) => one.platform === platform).map((one) => [one.key, one]),
  )
  const [given, setGiven] = useState<ReadonlyMap<string, Logged>>(before)
  const cases = casesFor(platform)
  const changed = cases.filter(({ key }) => {
    const [was, is] = [before.get(key) ?? blank, given.get(key) ?? blank]
    return was.result !== is.result || was.words !== is.words
  })
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('pilot.checkOf', { platform: t(`platform.${platform}`) })}
      intro={t('pilot.checkIntro')}
      primary={t('pilot.keep')}
      canSubmit={changed.length > 0}
      why={t('pilot.checkMissing')}
      refusalWords={refusalWords}
      size="large"
      onSubmit={async () => {
        for (const { key } of changed) {
          const { result, words } = given.get(key) ?? blank
          const answer = await rolloutApi('PUT /api/v1/rollout/pilot/cases/:platform/:key', {
            params: { platform, key },
            body: { result, words: words.trim() },
          })
          shown.pilot(answer)
        }
      }}
    >
      <ol className={styles.list}>
        {cases.map((one) => (
          <li key={one.key} className={styles.card}>
            <Case
              testCase={one}
              logged={given.get(one.key) ?? blank}
              onChange={(logged) => setGiven(new Map([...given, [one.key, logged]]))}
            />
          </li>
        ))}
      </ol>
    </MoveDialog>
  )
}

type CaseProps = {
  readonly testCase: TestCase
  readonly logged: Logged
  readonly onChange: (logged: Logged) => void
}

function Case({ testCase, logged, onChange }: CaseProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  return (
    <>
      <h3 className={styles.heading}>{text(testCase.name)}</h3>
      <p className={styles.plain}>{text(testCase.try)}</p>
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t('pilot.expect')} {text(testCase.expect)}
      </p>
      <FormField label={t('pilot.result')} size="small">
        <RadioGroup
          layout="horizontal"
          value={logged.result ?? ''}
          onChange={(_, { value }) => onChange({ ...logged, result: value as CaseResult })}
        >
          {caseResults.map((one) => (
            <Radio key={one} value={one} label={t(`pilot.results.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      {logged.result === 'failed' && (
        <FormField label={t('pilot.whatHappened')}>
          <Input
            value={logged.words}
            maxLength={2000}
            onChange={(_, { value }) => onChange({ ...logged, words: value })}
          />
        </FormField>
      )}
    </>
  )
}
