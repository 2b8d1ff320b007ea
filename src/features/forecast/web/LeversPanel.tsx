import { Button, Label, Select, Slider, Switch, mergeClasses } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { useId } from 'react'
import { Section } from '#ui/page/Page.tsx'
import {
  atRest,
  type Inputs,
  isAtRest,
  type Levers,
  type LearningStep,
  learningSteps,
  peopleIn,
  rateLimits,
} from '../domain/assumptions/levers.ts'
import { DraftButton } from './DraftButton.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

export type LeversPanelProps = {
  readonly saved: Inputs
  readonly levers: Levers
  readonly onChange: (levers: Levers) => void
}

/** What can be tried beside the plan as it is saved. Nothing of it is kept until somebody puts it into the draft. */
export function LeversPanel({ saved, levers, onChange }: LeversPanelProps) {
  const { t, tier: tierName, percent } = useForecastWords()
  const styles = useForecastStyles()
  const bridges = useId()
  const learning = useId()
  const pull = (part: Partial<Levers>) => onChange({ ...levers, ...part })
  const { tiers, bridge } = saved.assumptions
  const availability = levers.availability ?? Object.values(tiers)[0]?.availability ?? 1
  const held = levers.bridge === 'as-is' ? bridge.held : levers.bridge === 'held'
  return (
    <Section title={t('levers.title')} card>
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('levers.about')}</p>
      {saved.plan.teams.tiers.map(({ level }) => {
        const have = peopleIn(saved, String(level))
        const more = levers.people[String(level)] ?? 0
        return (
          <Lever
            key={level}
            label={t('levers.people', { tier: tierName(saved.plan, level) })}
            said={more === 0 ? String(have) : t('levers.peopleFrom', { people: have + more, saved: have })}
            least={0}
            most={Math.max(have * 2, have + 8)}
            value={have + more}
            onChange={(people) => pull({ people: { ...levers.people, [String(level)]: people - have } })}
          />
        )
      })}
      <Lever
        label={t('levers.rate')}
        said={t('levers.rateTimes', { percent: percent(levers.rate) })}
        least={rateLimits.least * 100}
        most={rateLimits.most * 100}
        step={10}
        value={Math.round(levers.rate * 100)}
        onChange={(rate) => pull({ rate: rate / 100 })}
      />
      <Lever
        label={t('levers.availability')}
        said={percent(availability)}
        least={20}
        most={100}
        step={10}
        value={Math.round(availability * 100)}
        onChange={(share) => pull({ availability: share / 100 })}
      />
      <div className={styles.tight}>
        <Label htmlFor={learning}>{t('levers.learning')}</Label>
        <Select
          id={learning}
          value={levers.learning}
          onChange={(_, { value }) => pull({ learning: value as LearningStep })}
        >
          {learningSteps.map((step) => (
            <option key={step} value={step}>
              {t(`levers.learningSteps.${step}`)}
            </option>
          ))}
        </Select>
      </div>
      {saved.plan.involvement.bridges.length > 0 && (
        <Switch
          id={bridges}
          checked={held}
          label={t('levers.bridge')}
          onChange={(_, { checked }) =>
            pull({ bridge: checked === bridge.held ? 'as-is' : checked ? 'held' : 'not-held' })
          }
        />
      )}
      <div className={styles.row}>
        <Button
          icon={<ArrowResetRegular aria-hidden />}
          disabledFocusable={isAtRest(levers)}
          onClick={() => onChange(atRest)}
        >
          {t('levers.reset')}
        </Button>
        <DraftButton saved={saved} levers={levers} />
      </div>
    </Section>
  )
}

type LeverProps = {
  readonly label: string
  /** The value as it is said. */
  readonly said: string
  readonly least: number
  readonly most: number
  /** Without it, every whole number. */
  readonly step?: number
  readonly value: number
  readonly onChange: (value: number) => void
}

function Lever({ label, said, least, most, step, value, onChange }: LeverProps) {
  const styles = useForecastStyles()
  const id = useId()
  return (
    <div className={styles.tight}>
      <div className={mergeClasses(styles.row, styles.between)}>
        <Label htmlFor={id}>{label}</Label>
        <strong>{said}</strong>
      </div>
      <Slider
        id={id}
        min={least}
        max={most}
        {...(step === undefined ? {} : { step })}
        value={value}
        aria-valuetext={said}
        onChange={(_, data) => onChange(data.value)}
      />
    </div>
  )
}
