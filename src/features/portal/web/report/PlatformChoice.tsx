import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { LaptopRegular } from '@fluentui/react-icons/svg/laptop'
import { PhoneRegular } from '@fluentui/react-icons/svg/phone'
import { TabletRegular } from '@fluentui/react-icons/svg/tablet'
import { WindowConsoleRegular } from '@fluentui/react-icons/svg/window-console'
import { platforms } from '#features/plan/domain/values.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { useWords } from '#ui/words/words.ts'

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0 },
  legend: { padding: 0, marginBlockEnd: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  option: {
    display: 'grid',
    justifyItems: 'center',
    rowGap: tokens.spacingVerticalXS,
    minWidth: '104px',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { fontSize: '32px', display: 'inline-flex' },
})

const pictures = {
  ios: PhoneRegular,
  android: TabletRegular,
  windows: LaptopRegular,
  macos: DesktopRegular,
  linux: WindowConsoleRegular,
} as const

type Props = { readonly value: Platform | ''; readonly onChange: (platform: Platform | '') => void }

/** The device, by its picture; pressing it again takes the choice back. */
export function PlatformChoice({ value, onChange }: Props) {
  const t = useWords('portal')
  const styles = useStyles()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('report.platform')}</legend>
      <div className={styles.row}>
        {platforms.map((platform) => {
          const Picture = pictures[platform]
          const isChosen = platform === value
          return (
            <button
              key={platform}
              type="button"
              aria-pressed={isChosen}
              className={mergeClasses(styles.option, isChosen && styles.chosen)}
              onClick={() => onChange(isChosen ? '' : platform)}
            >
              <span className={styles.icon}>
                <Picture aria-hidden />
              </span>
              {t.any(`platforms.${platform}`)}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
