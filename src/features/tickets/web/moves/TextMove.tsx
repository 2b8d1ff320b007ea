import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { ReachHint } from '../conversation/ReachHint.tsx'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

/** Moves that need one text and nothing else. */
export const textMoves = {
  ask: (text: string) => ({ move: 'ask', text }) as const,
  'warn-lead': (reason: string) => ({ move: 'warn-lead', reason }) as const,
  'ask-diagnoser': (text: string) => ({ move: 'ask-diagnoser', text }) as const,
  reopen: (reason: string) => ({ move: 'reopen', reason }) as const,
  'vendor-answered': (text: string) => ({ move: 'vendor-answered', text }) as const,
  'bring-to-bridge': (reason: string) => ({ move: 'bring-to-bridge', reason }) as const,
  'take-off-bridge': (reason: string) => ({ move: 'take-off-bridge', reason }) as const,
}
export type TextMoveName = keyof typeof textMoves

export function TextMove({ name, shown, make, onClose }: MoveProps & { readonly name: TextMoveName }) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={t.any(`moves.${name}.title`)}
      intro={t.any(`moves.${name}.intro`)}
      primary={t.any(`moves.${name}.primary`)}
      label={t.any(`moves.${name}.text`)}
      draft={`ticket.${shown.number}.${name}`}
      most={20_000}
      rows={5}
      why={t('moves.textMissing')}
      refusalWords={refusalWords}
      onGiven={async (text) => {
        await make(textMoves[name](text))
      }}
    >
      {name === 'ask' && <ReachHint shown={shown} />}
    </ReasonDialog>
  )
}
