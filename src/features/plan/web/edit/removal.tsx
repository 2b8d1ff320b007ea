import { Link } from '@fluentui/react-components'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useUndo } from '#ui/notice/Notices.tsx'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { turned } from '../../domain/edit/history.ts'
import { usesOf, withoutEntry } from '../../domain/edit/references.ts'
import { removeTier, usesOfTier } from '../../domain/edit/tiers.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlaceWords } from '../words/place-words.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { sentence } from '../words/sentence.ts'
import { useEditor } from './editor.tsx'
import { fieldId } from './place.ts'

type Asked = {
  readonly at: Place
  readonly noun: string
  readonly uses: readonly Place[]
  /** Parts of the plan that cannot do without it. */
  readonly needs: readonly Place[]
  readonly plan: SupportPlan
}

const Context = createContext<((at: Place, noun: string) => void) | null>(null)

/** Takes an entry out. Where others name it, the person sees where first; where the plan cannot do without, it stays. */
export function useRemove(): (at: Place, noun: string) => void {
  const remove = useContext(Context)
  if (!remove) throw new Error('RemovalProvider is missing above this list')
  return remove
}

export function RemovalProvider({ children }: { readonly children: ReactNode }) {
  const { t } = usePlanWords()
  const { store, change } = useEditor()
  const undo = useUndo()
  const { of, open, turn, show, hide } = useDialog<Asked>()

  const carryOut = (at: Place, noun: string) => {
    const before = store.read().plan
    change(at, (plan) => without(plan, at))
    const list = at.slice(0, -1)
    const index = Number(at.at(-1))
    store.reorder(list, (other) => (other === index ? null : other > index ? other - 1 : other))
    const after = store.read().plan
    focusInstead(list, index)
    undo({
      text: t('edit.removed', { noun }),
      undo: () => change(at, (now) => turned(after, before, now).document),
    })
  }
  const ask = (at: Place, noun: string) => {
    const { plan } = store.read()
    const { uses, needs } = usesAt(plan, at)
    if (uses.length + needs.length === 0) carryOut(at, noun)
    else show({ at, noun, uses, needs, plan })
  }
  // The same function all the while: another one would draw every row of every list again.
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const askLatest = useCallback((at: Place, noun: string) => latest.current(at, noun), [])
  return (
    <Context value={askLatest}>
      {children}
      {of && (
        <RemovalDialog
          key={turn}
          asked={of}
          open={open}
          onClose={hide}
          onRemove={() => {
            hide()
            carryOut(of.at, of.noun)
          }}
        />
      )}
    </Context>
  )
}

/** Whoever works by keyboard goes on where the entry was: at the next one, the one before, or the empty list. */
function focusInstead(list: Place, index: number): void {
  setTimeout(() => {
    const next = [index, index - 1].map((other) => document.getElementById(fieldId([...list, other])))
    const entry = next.find((one) => one !== null)
    const target = entry?.querySelector<HTMLElement>('button') ?? document.getElementById(fieldId(list))
    target?.focus()
  }, 50)
}

type RemovalDialogProps = {
  readonly asked: Asked
  readonly open: boolean
  readonly onClose: () => void
  readonly onRemove: () => void
}

function RemovalDialog({ asked, open, onClose, onRemove }: RemovalDialogProps) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const where = usePlaceWords()
  const { goTo } = useEditor()
  const { at, noun, uses, needs, plan } = asked
  const place = where(plan, at)
  const refused = needs.length > 0
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={sentence(t('edit.remove', { noun }))}
      intro={t(refused ? 'edit.neededHere' : 'edit.usedHere', { place })}
      primary={t('edit.removeAll')}
      canSubmit={!refused}
      why={t('edit.neededWhy')}
      danger
      onSubmit={async () => {
        await Promise.resolve()
        onRemove()
      }}
    >
      <ul className={styles.list}>
        {(refused ? needs : uses).map((use) => (
          <li key={use.join('.')}>
            <Link
              as="button"
              inline
              onClick={() => {
                onClose()
                goTo(use)
              }}
            >
              {where(plan, use)}
            </Link>
          </li>
        ))}
      </ul>
    </MoveDialog>
  )
}

function isTier(at: Place): boolean {
  return at.length === 3 && at[1] === 'tiers'
}

function usesAt(
  plan: SupportPlan,
  at: Place,
): { readonly uses: readonly Place[]; readonly needs: readonly Place[] } {
  if (isTier(at)) return { uses: usesOfTier(plan, levelAt(plan, at)), needs: [] }
  const uses = usesOf(plan, at)
  return {
    uses: uses.map((use) => use.place),
    needs: uses.flatMap((use) => (use.taken === null ? [use.place] : [])),
  }
}

function without(plan: SupportPlan, at: Place): SupportPlan {
  return isTier(at) ? removeTier(plan, levelAt(plan, at)) : (withoutEntry(plan, at) ?? plan)
}

function levelAt(plan: SupportPlan, at: Place): number {
  return plan.teams.tiers[Number(at[2])]?.level ?? 0
}
