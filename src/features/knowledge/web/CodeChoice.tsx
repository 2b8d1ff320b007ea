import { Checkbox, Field } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import { spellingsOf } from '../domain/codes.ts'

export type CodeChoiceProps = {
  /** The codes that were met, in their normal form. */
  readonly codes: readonly string[]
  /** Those that were taken away. */
  readonly without: readonly string[]
  readonly onWithout: (codes: readonly string[]) => void
}

/** Which of the codes of a ticket are of the issue that is written down from it: for the pages of features above. */
export function CodeChoice({ codes, without, onWithout }: CodeChoiceProps) {
  const t = useWords('knowledge')
  if (codes.length === 0) return null
  return (
    <Field label={t('fromTicket.codes')} hint={t('fromTicket.codesHint')}>
      <div role="group" aria-label={t('fromTicket.codes')}>
        {codes.map((code) => (
          <Checkbox
            key={code}
            label={spellingsOf(code)[0] ?? code}
            checked={!without.includes(code)}
            onChange={(_event, { checked }) =>
              onWithout(checked === true ? without.filter((one) => one !== code) : [...without, code])
            }
          />
        ))}
      </div>
    </Field>
  )
}
