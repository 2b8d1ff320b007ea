import { Dialog, DialogSurface, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useReturnFocus } from '../form/return-focus.ts'
import { Kbd } from '../keys/Kbd.tsx'
import { useWords } from '../words/words.ts'
import type { Place } from './nav.ts'
import { type Entry, usePaletteGroups } from './palette-entries.ts'

const useStyles = makeStyles({
  surface: {
    width: '640px',
    maxWidth: '94vw',
    maxHeight: 'min(560px, 84dvh)',
    padding: 0,
    overflow: 'hidden',
    marginBlockStart: '10dvh',
    marginBlockEnd: 'auto',
  },
  whole: { display: 'flex', flexDirection: 'column', maxHeight: 'inherit' },
  field: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
    ':focus-within': { boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}` },
  },
  input: {
    flexGrow: 1,
    minWidth: 0,
    height: '52px',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase400,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
  },
  list: { overflowY: 'auto', padding: tokens.spacingHorizontalS },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  chosen: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  icon: { display: 'flex', width: '20px', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  texts: { flexGrow: 1, minWidth: 0, paddingBlock: '4px' },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  nothing: { padding: tokens.spacingVerticalXXL, textAlign: 'center', color: tokens.colorNeutralForeground2 },
  foot: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
})

type ContentProps = { readonly places: readonly Place[]; readonly onClose: () => void }

/** Finds anything and runs anything; the arrow keys choose, Enter opens. */
export function Palette({ open, ...props }: ContentProps & { readonly open: boolean }) {
  const t = useWords('ui')
  const styles = useStyles()
  useReturnFocus(open)
  return (
    <Dialog open={open} onOpenChange={props.onClose}>
      <DialogSurface className={styles.surface} aria-label={t('palette.title')}>
        <Content {...props} />
      </DialogSurface>
    </Dialog>
  )
}

function Content({ places, onClose }: ContentProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups, searching, failed } = usePaletteGroups(text, places)
  const entries = groups.flatMap((group) => group.entries)
  const index = Math.min(at, entries.length - 1)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1
    const next: Record<string, number> = {
      ArrowDown: index >= last ? 0 : index + 1,
      ArrowUp: index <= 0 ? last : index - 1,
      PageDown: Math.min(index + 8, last),
      PageUp: Math.max(index - 8, 0),
    }
    const to = next[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setAt(to)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run(entries[index])
    }
  }
  const idOf = (entry: Entry) => `${id}-${entries.indexOf(entry)}`
  const chosen = entries[index]
  const status = searching ? t('palette.searching') : t('palette.results', { count: entries.length })

  return (
    <div className={styles.whole}>
      <div className={styles.field}>
        <SearchRegular aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-label={t('palette.title')}
          {...(chosen ? { 'aria-activedescendant': idOf(chosen) } : {})}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog exists to be typed in
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={t('palette.title')}
        className={mergeClasses(entries.length > 0 && styles.list)}
      >
        {groups.map((group, position) => (
          <div key={group.label} role="group" aria-labelledby={`${id}-group-${position}`}>
            <div id={`${id}-group-${position}`} className={styles.group}>
              {group.label}
            </div>
            {group.entries.map((entry) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus -- keys go to the field (aria-activedescendant)
              <div
                key={entry.id}
                id={idOf(entry)}
                role="option"
                aria-selected={entry === chosen}
                className={mergeClasses(styles.entry, entry === chosen && styles.chosen)}
                onPointerMove={() => entry !== chosen && setAt(entries.indexOf(entry))}
                onClick={() => run(entry)}
              >
                <span className={styles.icon} aria-hidden>
                  {entry.icon && <entry.icon />}
                </span>
                <span className={styles.texts}>
                  <div className={styles.title}>{entry.title}</div>
                  {entry.detail && <div className={styles.detail}>{entry.detail}</div>}
                </span>
                {entry.keys && <Kbd keys={entry.keys} />}
              </div>
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && !searching && (
        <div className={styles.nothing}>
          <div>{t('palette.nothing', { text })}</div>
          <div>{t('palette.nothingHelp')}</div>
        </div>
      )}
      <div className={styles.foot}>
        {failed.map((source) => (
          <div key={source} role="alert">
            {t('palette.failed', { source })}
          </div>
        ))}
        <span role="status">{status}</span> · {t('palette.hint')}
      </div>
    </div>
  )
}
