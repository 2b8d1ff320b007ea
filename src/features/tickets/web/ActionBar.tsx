import { Button } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { Suspense, useState } from 'react'
import { useKeys } from '#ui/keys/keys.tsx'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'
import type { PersonMoveName } from '../domain/moves.ts'
import type { ChosenIssue } from './moves/chosen-issue.ts'
import { elsewhere, isPlainMove } from './moves/move-kinds.ts'
import { useMoveRefusals, useWhyNot } from './moves/move-refusals.ts'
import { nextMove } from './moves/next-move.ts'
import type { PlanNames } from './plan-names.ts'
import type { GivenMove } from './queries.ts'

const MoveDialogs = onDemand(() => import('./moves/MoveDialogs.tsx').then((module) => module.MoveDialogs))
const dialogs = [MoveDialogs]

/** A move, and the known issue that it is about. */
export type BegunMove = { readonly name: PersonMoveName; readonly known: ChosenIssue | null }

type Props = {
  readonly shown: DeskTicket
  readonly names: PlanNames
  readonly make: (move: GivenMove) => Promise<void>
  /** A move that was begun elsewhere on the page: each new one opens its dialog. */
  readonly begun?: BegunMove | null
  /** On a page whose primary action is another. */
  readonly quiet?: boolean
}

/** A letter for the moves that are made most. */
const letters: Partial<Record<PersonMoveName, string>> = {
  claim: 'c',
  assign: 'a',
  escalate: 'e',
  diagnose: 'd',
  'take-note': 'u',
  contact: 't',
  accept: 'x',
  'send-back': 'b',
}

/** The next move as the page's one primary action, and the others in a menu, each with the reason when it cannot be made. */
export function ActionBar({ shown, names, make, begun = null, quiet = false }: Props) {
  const t = useWords('tickets')
  const whyNot = useWhyNot()
  const toast = useToast()
  useFetchedWhenIdle(dialogs)
  const say = useProblemText(useMoveRefusals(shown))
  const [open, setOpen] = useState<PersonMoveName | null>(null)
  const [known, setKnown] = useState<BegunMove['known']>(null)
  const [last, setLast] = useState(begun)
  if (begun !== last) {
    setLast(begun)
    setKnown(begun?.known ?? null)
    setOpen(begun?.name ?? null)
  }
  const [working, setWorking] = useState(false)
  const primary = nextMove(shown)
  const offered = shown.allowedMoves.map((one) => ({ ...one, name: one.move as PersonMoveName }))
  const listed = offered.filter(
    ({ name, refusal }) => name !== primary && !elsewhere.includes(name) && isWorthShowing(refusal),
  )

  const start = (name: PersonMoveName) => {
    if (!isPlainMove(name)) {
      setKnown(null)
      setOpen(name)
      return
    }
    setWorking(true)
    make({ move: name })
      .then(() => toast({ text: t.any(`moves.${name}.done`), tone: 'success' }))
      .catch((error: unknown) => toast({ text: say(error).sentence, tone: 'error' }))
      .finally(() => setWorking(false))
  }

  const label = (name: PersonMoveName) => {
    const { stage, offer } = shown.ticket
    const from = 'tier' in stage ? stage.tier : 1
    const below = offer ? offer.from : from - 1
    const values = {
      tier: name === 'escalate' ? from + 1 : below,
      name: shown.people[shown.ticket.requesterId]?.name ?? '',
    }
    return t.any(`moves.${name}.label`, values)
  }

  useKeys(
    t('keys.ticket'),
    offered
      .filter(({ name }) => letters[name] !== undefined)
      .map(({ name, refusal }) => ({
        keys: letters[name] ?? '',
        label: label(name),
        run: () => start(name),
        when: refusal === undefined && open === null,
      })),
  )

  return (
    <>
      {primary && (
        <Button
          appearance={quiet ? 'secondary' : 'primary'}
          disabledFocusable={working}
          onClick={() => start(primary)}
        >
          {label(primary)}
        </Button>
      )}
      <MenuButton
        icon={<MoreHorizontalRegular aria-hidden />}
        entries={listed.map(({ name, refusal }) => ({
          key: name,
          text: label(name),
          run: () => start(name),
          ...(refusal ? { off: true, why: whyNot(refusal) } : { detail: letters[name] }),
        }))}
      >
        {t('moves.more')}
      </MenuButton>
      <Suspense>
        {open && (
          <MoveDialogs
            key={open}
            name={open}
            shown={shown}
            names={names}
            make={make}
            known={known}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </>
  )
}

/** Refusals that say "not now" rather than "not you": the move would only be noise in the menu. */
const noise = new Set([
  'wrong-stage',
  'no-handover',
  'not-waiting',
  'not-waiting-for-vendor',
  'no-open-question',
  'nothing-to-note',
  'not-following',
  'already-following',
  'closed',
  'already-assigned',
  'already-on-bridge',
  'not-brought-to-bridge',
  'no-vendor',
  'not-the-last-tier',
  'not-assigned',
  'lowest-tier',
  'no-tier-above',
])

function isWorthShowing(refusal: { readonly code: string } | undefined): boolean {
  return refusal === undefined || !noise.has(refusal.code)
}
