import { Button, mergeClasses, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { switchTo } from '#ui/person/practice-switch.ts'
import { useWords } from '#ui/words/words.ts'
import type { PracticeOverview } from '../../contract/practice.ts'
import { practiceApi } from './queries.ts'
import { usePracticeStyles } from './practice-styles.ts'

type Platform = PracticeOverview['platforms'][number]

/** Begins an exercise, or goes on with the one that is open. */
export function BeginCard({ shown }: { readonly shown: PracticeOverview }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  const say = useProblemText()
  const own = shown.tiers.find(({ mine }) => mine) ?? shown.tiers[0]
  const [tier, setTier] = useState(own?.tier ?? 1)
  const [platform, setPlatform] = useState<Platform | ''>('')
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const begin = () => {
    setWorking(true)
    setProblem(null)
    practiceApi('POST /api/v1/training/practice/exercises', { body: { tier, platform: platform || null } })
      .then(({ ticketNumber }) => switchTo(`/tickets/${ticketNumber}`))
      .catch((error: unknown) => {
        setProblem(say(error).sentence)
        setWorking(false)
      })
  }
  const goOn = () => {
    setWorking(true)
    practiceApi('POST /api/v1/training/practice/enter')
      .then(() => switchTo(`/tickets/${shown.openTicket}`))
      .catch((error: unknown) => {
        setProblem(say(error).sentence)
        setWorking(false)
      })
  }

  if (shown.openTicket !== null)
    return (
      <Section title={t('practice.openTitle')} card>
        <p className={styles.plain}>
          {t('practice.openText', { tier: shown.openTier ?? 1, number: shown.openTicket })}
        </p>
        {problem !== null && <Alert>{problem}</Alert>}
        <div>
          <Button appearance="primary" disabledFocusable={working} onClick={goOn}>
            {t('practice.goOn', { number: shown.openTicket })}
          </Button>
        </div>
      </Section>
    )
  return (
    <Section title={t('practice.beginTitle')} card>
      <p className={mergeClasses(styles.plain, styles.quiet)}>{t('practice.beginText')}</p>
      <div className={styles.fields}>
        <FormField label={t('practice.tier')} required>
          <Select value={String(tier)} onChange={(_, { value }) => setTier(Number(value))}>
            {shown.tiers.map((one) => (
              <option key={one.tier} value={one.tier}>
                {t('practice.tierNamed', { tier: one.tier, name: one.name[t.language] })}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('practice.platform')} required>
          <Select value={platform} onChange={(_, { value }) => setPlatform(value as Platform | '')}>
            <option value="">{t('practice.anyPlatform')}</option>
            {shown.platforms.map((one) => (
              <option key={one} value={one}>
                {t(`practice.platforms.${one}`)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      {problem !== null && <Alert>{problem}</Alert>}
      <div>
        <Button appearance="primary" disabledFocusable={working} onClick={begin}>
          {t('practice.begin', { tier })}
        </Button>
      </div>
    </Section>
  )
}
