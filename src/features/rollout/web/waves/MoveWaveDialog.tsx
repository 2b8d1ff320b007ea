import { Checkbox, Input, mergeClasses, Select, Textarea } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MoveGround } from '../../contract/waves.ts'
import { wavesInTurn, waveOf } from '../../domain/mails/waves.ts'
import { consequencesOf } from '../../domain/moving/consequences.ts'
import { movedWave, sticksOut } from '../../domain/moving/move-wave.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { moveGround, rolloutApi } from '../queries.ts'
import { ConsequenceList } from './ConsequenceList.tsx'
import { MoveLights } from './MoveLights.tsx'

export type WantedMove = { readonly key: string; readonly starts: string; readonly ends: string }

type MoveWaveDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly wanted: WantedMove
}

/** Moves a wave to other days, after a look at what that breaks; it is written into the plan's draft. */
export function MoveWaveDialog({ open, onClose, wanted }: MoveWaveDialogProps) {
  const t = useWords('rollout')
  const queries = useQueryClient()
  const refusalWords = useRefusals('rollout', 'plan')
  const toast = useToast()
  const query = useQuery({ ...moveGround, staleTime: 0, enabled: open })
  const [move, setMove] = useState(wanted)
  const [withPhase, setWithPhase] = useState(true)
  const [note, setNote] = useState('')
  const ground = query.data
  const was = ground && waveOf(ground.document, move.key)?.wave
  const isOtherwise = was !== undefined && (was.starts !== move.starts || was.ends !== move.ends)
  const isValid = isDay(move.starts) && isDay(move.ends) && move.starts <= move.ends
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('move.title')}
      intro={t('move.intro')}
      primary={t('move.primary')}
      size="large"
      canSubmit={isOtherwise && isValid && note.trim().length >= 3 && ground?.state !== 'in-review'}
      why={t(ground?.state === 'in-review' ? 'move.inReview' : isOtherwise ? 'move.whyMissing' : 'move.sameDays')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const { key, starts, ends } = move
        const body = { starts, ends, withPhase, note, revision: ground?.revision ?? null }
        try {
          const moved = await rolloutApi('POST /api/v1/rollout/waves/:key/move', { params: { key }, body })
          toast({ text: t('move.done', { number: moved.number }), tone: 'success' })
        } finally {
          // Also where somebody else was first: what they changed is looked at then.
          await queries.invalidateQueries({ queryKey: ['rollout'] })
          await queries.invalidateQueries({ queryKey: ['plan'] })
        }
      }}
    >
      <Loaded query={query}>
        {(loaded) => (
          <Fields
            ground={loaded}
            move={move}
            onMove={setMove}
            withPhase={withPhase}
            onWithPhase={setWithPhase}
            note={note}
            onNote={setNote}
          />
        )}
      </Loaded>
    </MoveDialog>
  )
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

type FieldsProps = {
  readonly ground: MoveGround
  readonly move: WantedMove
  readonly onMove: (move: WantedMove) => void
  readonly withPhase: boolean
  readonly onWithPhase: (withPhase: boolean) => void
  readonly note: string
  readonly onNote: (note: string) => void
}

function Fields({ ground, move, onMove, withPhase, onWithPhase, note, onNote }: FieldsProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, day } = usePlanWords()
  const waves = wavesInTurn(ground.document)
  const was = waveOf(ground.document, move.key)?.wave
  const settled = useSettled(move, 300)
  const after = useMemo(() => {
    const isValid = isDay(settled.starts) && isDay(settled.ends) && settled.starts <= settled.ends
    return isValid ? movedWave(ground.document, settled.key, { ...settled, withPhase }) : null
  }, [ground.document, settled, withPhase])
  const found = useMemo(
    () => (after ? consequencesOf(ground.document, after, settled.key, ground.facts, ground) : null),
    [ground, after, settled.key],
  )
  return (
    <div className={styles.stack}>
      <div className={styles.halves}>
        <FormField label={t('move.wave')} required>
          <Select
            value={move.key}
            onChange={(_, { value }) => {
              const wave = waveOf(ground.document, value)?.wave
              if (wave) onMove({ key: wave.key, starts: wave.starts, ends: wave.ends })
            }}
          >
            {waves.map(({ wave }) => (
              <option key={wave.key} value={wave.key}>
                {text(wave.name)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('move.starts')} required>
          <Input type="date" value={move.starts} onChange={(_, { value }) => onMove({ ...move, starts: value })} />
        </FormField>
        <FormField label={t('move.ends')} required>
          <Input type="date" value={move.ends} onChange={(_, { value }) => onMove({ ...move, ends: value })} />
        </FormField>
      </div>
      {was && (
        <p className={mergeClasses(styles.plain, styles.quiet)}>
          {t('move.now', { starts: day(was.starts), ends: day(was.ends) })}
        </p>
      )}
      {sticksOut(ground.document, move.key, move) && (
        <Checkbox
          checked={withPhase}
          label={t('move.withPhase')}
          onChange={(_, { checked }) => onWithPhase(checked === true)}
        />
      )}
      {found && after && <ConsequenceList found={found} before={ground.document} after={after} />}
      {after && <MoveLights before={ground.document} after={after} today={ground.today} />}
      <FormField label={t('move.note')} hint={t('move.noteHint')} required>
        <Textarea value={note} maxLength={1000} resize="vertical" onChange={(_, { value }) => onNote(value)} />
      </FormField>
    </div>
  )
}
