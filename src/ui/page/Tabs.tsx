import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap' },
  tab: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalMNudge}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalMNudge,
      insetBlockEnd: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
    },
    ':hover': {
      color: tokens.colorNeutralForeground1,
      '::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    },
  },
  small: {
    padding: tokens.spacingVerticalSNudge,
    '::after': { insetInline: tokens.spacingHorizontalSNudge, height: tokens.strokeWidthThick },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover': { '::after': { backgroundColor: tokens.colorCompoundBrandStroke } },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
  icon: { display: 'inline-flex', fontSize: '20px' },
})

export type TabsProps<Value extends string> = {
  readonly label: string
  readonly tabs: readonly { readonly value: Value; readonly text: ReactNode; readonly icon?: ReactElement }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly size?: 'small'
}

/** Tabs as Fluent draws them, without the 25 kB with which Fluent walks through them: the arrows go from one to the next. */
export function Tabs<Value extends string>({ label, tabs, value, onChange, size }: TabsProps<Value>) {
  const styles = useStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs in it have the focus
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          tabIndex={tab.value === value ? 0 : -1}
          className={mergeClasses(styles.tab, size && styles.small, tab.value === value && styles.here)}
          onClick={() => onChange(tab.value)}
        >
          {tab.icon && <span className={styles.icon}>{tab.icon}</span>}
          {tab.text}
        </button>
      ))}
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const here = all.findIndex((one) => one === document.activeElement)
  const next = Number.isFinite(step) ? (here + step + all.length) % all.length : step < 0 ? 0 : all.length - 1
  event.preventDefault()
  all[next]?.focus()
}
