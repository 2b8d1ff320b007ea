import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { type ComponentType, memo, useId } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { valueAt, withValue } from '../../domain/edit/at-place.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { sentence } from '../words/sentence.ts'
import { FieldFindings } from './choice-fields.tsx'
import { useEditor, useEditorState, usePlanPart } from './editor.tsx'
import { placeKey } from './editor-store.ts'
import { fieldId } from './place.ts'
import { useRemove } from './removal.tsx'

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
    columnGap: tokens.spacingHorizontalXXS,
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
    // What is out of sight is not laid out again by each key: sixty open entries have two thousand fields.
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 600px',
  },
  wrong: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  add: { alignSelf: 'flex-start' },
})

/** How entries come, go and change places where that touches more of the plan than the list. */
export type ListChanges = {
  readonly add: (plan: SupportPlan, count: number) => SupportPlan
  readonly move: (plan: SupportPlan, index: number, by: -1 | 1) => SupportPlan
}

type ListEditorProps<Entry> = {
  readonly place: Place
  /** What one entry is called, for the buttons: "category". */
  readonly noun: string
  readonly Title: ComponentType<{ readonly at: Place }>
  readonly Fields: ComponentType<{ readonly at: Place }>
  /** A new entry; without it nothing can be added or removed. */
  readonly make?: (list: readonly Entry[], plan: SupportPlan) => Entry
  readonly changes?: ListChanges
  readonly most?: number
  readonly least?: number
  readonly fixedOrder?: boolean
}

/** Entries that open one by one; they can be added, moved and removed, all of which can be undone. */
export function ListEditor<Entry>({ place, noun, make, changes, most, ...row }: ListEditorProps<Entry>) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const { store, change } = useEditor()
  // One text, so that the list is drawn again when entries come, go or change places, and not while one types in them.
  const names = usePlanPart((plan) => namesIn(valueAt(plan, place) as readonly unknown[]))
  const keys = JSON.parse(names) as readonly string[]
  const add = () => {
    store.setOpen([...place, keys.length], true)
    change([...place, keys.length], (plan) => {
      if (changes) return changes.add(plan, keys.length)
      const list = valueAt(plan, place) as readonly Entry[]
      return make ? withValue(plan, place, [...list, make(list, plan)]) : plan
    })
    requestAnimationFrame(() => {
      const entry = document.getElementById(fieldId([...place, keys.length]))
      entry?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    })
  }
  return (
    <div className={plain.stack} id={fieldId(place)} tabIndex={-1}>
      <ol className={styles.list}>
        {keys.map((key, index) => (
          <Row
            key={key}
            {...row}
            place={place}
            noun={noun}
            index={index}
            count={keys.length}
            changeable={make !== undefined || changes !== undefined}
            move={changes?.move}
          />
        ))}
      </ol>
      <FieldFindings place={place} />
      {(make ?? changes) && keys.length < (most ?? Number.POSITIVE_INFINITY) && (
        <Button className={styles.add} icon={<AddRegular aria-hidden />} onClick={add}>
          {sentence(t('edit.add', { noun }))}
        </Button>
      )}
    </div>
  )
}

/** A name for each entry that goes with it when it moves: its key, or else its position. */
function namesIn(list: readonly unknown[]): string {
  const seen = new Map<string, number>()
  return JSON.stringify(
    list.map((entry) => {
      const { key } = (entry ?? {}) as { readonly key?: unknown }
      const name = typeof key === 'string' ? key : ''
      const turn = (seen.get(name) ?? 0) + 1
      seen.set(name, turn)
      return `${name} ${turn}`
    }),
  )
}

type RowProps = {
  readonly place: Place
  readonly noun: string
  readonly Title: ComponentType<{ readonly at: Place }>
  readonly Fields: ComponentType<{ readonly at: Place }>
  readonly index: number
  readonly count: number
  readonly changeable: boolean
  readonly move?: ListChanges['move'] | undefined
  readonly least?: number
  readonly fixedOrder?: boolean
}

const sameRow = (one: RowProps, other: RowProps) =>
  (Object.keys(other) as (keyof RowProps)[]).every((name) =>
    name === 'place' ? placeKey(one.place) === placeKey(other.place) : one[name] === other[name],
  )

const Row = memo(function Row(props: RowProps) {
  const { place, noun, Title, Fields, index, count, changeable, move, least = 0, fixedOrder } = props
  const { t } = usePlanWords()
  const styles = useStyles()
  const { store, change } = useEditor()
  const remove = useRemove()
  const id = useId()
  const at = [...place, index]
  const here = placeKey(at)
  const wrong = useEditorState((state) => state.marked.has(here))
  const open = useEditorState((state) => state.open.has(here))
  const moveBy = (by: -1 | 1) => {
    const to = index + by
    change(place, (plan) => move?.(plan, index, by) ?? withMoved(plan, place, index, to))
    store.reorder(place, (other) => (other === index ? to : other === to ? index : other))
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`#${fieldId([...place, to])} [data-move="${by}"]`)?.focus()
    })
  }
  const button = (label: string) =>
    ({ size: 'small', appearance: 'subtle', 'aria-label': sentence(label), title: sentence(label) }) as const
  return (
    <li className={styles.entry} id={fieldId(at)} tabIndex={-1}>
      <div className={styles.head}>
        <Button
          appearance="transparent"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          icon={open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
          onClick={() => store.setOpen(at, !open)}
        >
          <Title at={at} />
        </Button>
        {wrong && <ErrorCircleRegular className={styles.wrong} role="img" aria-label={t('edit.hasProblem')} />}
        {changeable && !fixedOrder && count > 1 && (
          <>
            <Button
              {...button(t('edit.up', { noun }))}
              data-move={-1}
              icon={<ArrowUpRegular />}
              disabledFocusable={index === 0}
              onClick={() => moveBy(-1)}
            />
            <Button
              {...button(t('edit.down', { noun }))}
              data-move={1}
              icon={<ArrowDownRegular />}
              disabledFocusable={index === count - 1}
              onClick={() => moveBy(1)}
            />
          </>
        )}
        {changeable && count > least && (
          <Button
            {...button(t('edit.remove', { noun }))}
            icon={<DeleteRegular />}
            onClick={() => remove(at, noun)}
          />
        )}
      </div>
      <div id={id} className={mergeClasses(open && styles.body)} hidden={!open}>
        {open && <FieldFindings place={at} />}
        {open && <Fields at={at} />}
      </div>
    </li>
  )
}, sameRow)

function withMoved(plan: SupportPlan, place: Place, from: number, to: number): SupportPlan {
  const list = [...(valueAt(plan, place) as readonly unknown[])]
  const [taken] = list.splice(from, 1)
  list.splice(to, 0, taken)
  return withValue(plan, place, list)
}
