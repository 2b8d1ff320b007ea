import { Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { type ReactNode, useId } from 'react'
import { useUndo } from '#ui/notice/Notices.tsx'
import type { Place } from '../../domain/check/finding.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useEditor, useField } from './editor.tsx'
import { FieldErrors } from './fields.tsx'
import { fieldId } from './place.ts'
import { sentence } from '../words/sentence.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  entry: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingInlineEnd: tokens.spacingHorizontalXS,
  },
  toggle: {
    flexGrow: 1,
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  body: {
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  wrong: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  add: { alignSelf: 'flex-start' },
})

type ListEditorProps<Entry> = {
  readonly place: Place
  /** What one entry is called, for the buttons: "category". */
  readonly noun: string
  readonly title: (entry: Entry, index: number) => ReactNode
  /** A new entry; without it nothing can be added or removed. */
  readonly make?: (list: readonly Entry[]) => Entry
  readonly canRemove?: (index: number, list: readonly Entry[]) => boolean
  readonly fixedOrder?: boolean
  readonly children: (place: Place, entry: Entry) => ReactNode
}

/** Entries that open one by one; they can be added, moved and removed, and removing can be undone. */
export function ListEditor<Entry>(props: ListEditorProps<Entry>) {
  const { place, noun, make } = props
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const { setOpen } = useEditor()
  const { value: list, change } = useField<readonly Entry[]>(place)
  return (
    <div className={plain.stack} id={fieldId(place)} tabIndex={-1}>
      <ol className={styles.list}>
        {list.map((entry, index) => (
          <Row key={keyOf(entry, index)} {...props} entry={entry} index={index} list={list} change={change} />
        ))}
      </ol>
      <FieldErrors place={place} />
      {make && (
        <Button
          className={styles.add}
          icon={<AddRegular aria-hidden />}
          onClick={() => {
            setOpen([...place, list.length], true)
            change([...list, make(list)])
          }}
        >
          {sentence(t('edit.add', { noun }))}
        </Button>
      )}
    </div>
  )
}

function keyOf(entry: unknown, index: number): string {
  const { key } = entry as { readonly key?: unknown }
  return typeof key === 'string' && key !== '' ? `${key} ${index}` : String(index)
}

type RowProps<Entry> = ListEditorProps<Entry> & {
  readonly entry: Entry
  readonly index: number
  readonly list: readonly Entry[]
  readonly change: (list: readonly Entry[]) => void
}

function Row<Entry>({
  place,
  noun,
  title,
  make,
  canRemove,
  fixedOrder,
  children,
  entry,
  index,
  list,
  change,
}: RowProps<Entry>) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const { update, problems, isOpen, setOpen } = useEditor()
  const undo = useUndo()
  const id = useId()
  const at = [...place, index]
  const prefix = `${at.join('.')}.`
  const wrong = problems.some((problem) => `${problem.place.join('.')}.`.startsWith(prefix))
  const open = isOpen(at)
  const move = (by: -1 | 1) => {
    const moved = [...list]
    const [taken] = moved.splice(index, 1)
    moved.splice(index + by, 0, taken as Entry)
    change(moved)
  }
  const remove = () => {
    change(list.filter((_, other) => other !== index))
    undo({
      text: t('edit.removed', { noun }),
      undo: () => update<readonly Entry[]>(place, (now) => now.toSpliced(index, 0, entry)),
    })
  }
  const button = { size: 'small', appearance: 'subtle' } as const
  return (
    <li className={styles.entry} id={fieldId(at)} tabIndex={-1}>
      <div className={styles.head}>
        <Button
          appearance="transparent"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          icon={open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
          onClick={() => setOpen(at, !open)}
        >
          {title(entry, index)}
        </Button>
        {wrong && <ErrorCircleRegular className={styles.wrong} role="img" aria-label={t('edit.hasProblem')} />}
        {make && !fixedOrder && (
          <>
            <Tooltip content={sentence(t('edit.up', { noun }))} relationship="label">
              <Button {...button} icon={<ArrowUpRegular />} disabled={index === 0} onClick={() => move(-1)} />
            </Tooltip>
            <Tooltip content={sentence(t('edit.down', { noun }))} relationship="label">
              <Button
                {...button}
                icon={<ArrowDownRegular />}
                disabled={index === list.length - 1}
                onClick={() => move(1)}
              />
            </Tooltip>
          </>
        )}
        {make && (canRemove?.(index, list) ?? true) && (
          <Tooltip content={sentence(t('edit.remove', { noun }))} relationship="label">
            <Button {...button} icon={<DeleteRegular />} onClick={remove} />
          </Tooltip>
        )}
      </div>
      <div id={id} className={mergeClasses(open && styles.body)} hidden={!open}>
        {open && <FieldErrors place={at} />}
        {open && children(at, entry)}
      </div>
    </li>
  )
}
