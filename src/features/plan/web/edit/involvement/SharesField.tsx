import { Field, Input, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import type { Place } from '../../../domain/check/finding.ts'
import type { Wave } from '../../../domain/document/involvement.ts'
import type { Platform } from '../../../domain/document/text.ts'
import { platforms } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { FieldFindings } from '../choice-fields.tsx'
import { useField } from '../editor.tsx'
import { FieldRow, useFieldStyles } from '../fields.tsx'
import { fieldId } from '../place.ts'

type Shares = Wave['platforms']

/** How the expected devices divide over the platforms; together they are all of them. */
export function SharesField({ place }: { readonly place: Place }) {
  const { t } = usePlanWords()
  const styles = useFieldStyles()
  const plain = usePlanStyles()
  const { value: shares, change } = useField<Shares>(place)
  const sum = shares.reduce((total, share) => total + share.percent, 0)
  const put = (platform: Platform, percent: number) => {
    const next = platforms.flatMap((one) => {
      const share = one === platform ? percent : (shares.find((other) => other.platform === one)?.percent ?? 0)
      return share === 0 ? [] : [{ platform: one, percent: share }]
    })
    change(next)
  }
  return (
    <fieldset className={styles.group} id={fieldId(place)} tabIndex={-1}>
      <legend className={styles.legend}>{t('involvement.shares')}</legend>
      <FieldRow>
        {platforms.map((platform) => (
          <Share
            key={platform}
            label={t(`platforms.${platform}`)}
            percent={shares.find((one) => one.platform === platform)?.percent ?? 0}
            onChange={(percent) => put(platform, percent)}
          />
        ))}
      </FieldRow>
      <div className={mergeClasses(plain.quiet, plain.small)}>{t('involvement.sharesSum', { sum })}</div>
      <FieldFindings place={place} />
    </fieldset>
  )
}

type ShareProps = {
  readonly label: string
  readonly percent: number
  readonly onChange: (percent: number) => void
}

function Share({ label, percent, onChange }: ShareProps) {
  const { t } = usePlanWords()
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => (text.trim() === '' ? 0 : Number(text.trim().replace(',', '.')))
  const number = read(typed ?? '')
  const unusable = typed !== null && !(number >= 0 && number <= 100)
  return (
    <Field label={label} {...(unusable ? { validationMessage: t('edit.aNumber') } : {})}>
      <Input
        inputMode="decimal"
        value={typed ?? (percent === 0 ? '' : String(percent))}
        contentAfter="%"
        onChange={(_, data) => {
          setTyped(data.value)
          const next = read(data.value)
          if (next >= 0 && next <= 100) onChange(next)
        }}
        onBlur={() => {
          if (!unusable) setTyped(null)
        }}
      />
    </Field>
  )
}
