import { makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'stretch',
  },
  option: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  name: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  help: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (key: string) => void
  readonly options: readonly { readonly key: string; readonly name: string; readonly help: string }[]
}

/** What goes wrong, as people would say it. */
export function Choice({ label, value, onChange, options }: Props) {
  const styles = useStyles()
  return (
    <FormField label={label} size="large">
      <RadioGroup value={value} onChange={(_, { value: key }) => onChange(key)} className={styles.grid}>
        {options.map((option) => (
          <Radio
            key={option.key}
            value={option.key}
            className={mergeClasses(styles.option, option.key === value && styles.chosen)}
            label={
              <>
                <span className={styles.name}>{option.name}</span>
                <span className={styles.help}>{option.help}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormField>
  )
}
