import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { createContext, type ReactNode, useContext } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'

type Editing = {
  readonly goTo: (place: Place) => void
  readonly change: (place: Place, to: (plan: SupportPlan) => SupportPlan) => void
}
const Context = createContext<Editing | null>(null)

/** Lets what is drawn lead to the fields it is drawn from, and be moved; without it a drawing is only looked at. */
export function DrawingPlaces({ editing, children }: { readonly editing: Editing; readonly children: ReactNode }) {
  return <Context value={editing}>{children}</Context>
}

export function useGoToPlace(): Editing['goTo'] | null {
  return useContext(Context)?.goTo ?? null
}

export function useChangePlan(): Editing['change'] | null {
  return useContext(Context)?.change ?? null
}

const useStyles = makeStyles({
  button: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    width: '100%',
    margin: 0,
    borderTopWidth: 0,
    borderRightWidth: 0,
    borderBottomWidth: 0,
    borderLeftWidth: 0,
    padding: 0,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { boxShadow: `0 0 0 1px ${tokens.colorNeutralStroke1Hover}` },
  },
})

type PlacePartProps = {
  readonly place: Place
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A part of a drawing: a button to its field while editing, and nothing but itself while reading. */
export function PlacePart({ place, className, children }: PlacePartProps) {
  const styles = useStyles()
  const goTo = useGoToPlace()
  if (!goTo) return <div className={className}>{children}</div>
  return (
    <button type="button" className={mergeClasses(styles.button, className)} onClick={() => goTo(place)}>
      {children}
    </button>
  )
}
