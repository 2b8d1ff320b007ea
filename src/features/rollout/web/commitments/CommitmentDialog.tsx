import { Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { CommitmentView } from '../../contract/commitments.ts'
import type { CommitmentMove } from '../../domain/commitment/decide.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'

type CommitmentDialogProps = {
  readonly move: CommitmentMove['move']
  readonly commitment: CommitmentView
  readonly open: boolean
  readonly onClose: () => void
}

/** Asks what a move on a commitment needs, and makes it. */
export function CommitmentDialog({ move, commitment: one, open, onClose }: CommitmentDialogProps) {
  const t = useWords('rollout')
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout')
  const [owner, setOwner] = useState(one.owner?.id ?? '')
  const [shown, setShown] = useState(one.shown)
  const [link, setLink] = useState(one.link ?? '')
  const [files, setFiles] = useState<readonly UploadedFile[]>(one.files)
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const [due, setDue] = useState(one.due)
  const asksEvidence = move === 'show' || move === 'meet'
  const linkIsFine = link.trim() === '' || /^https?:\/\//.test(link.trim())
  const hasEvidence = shown.trim() !== '' || link.trim() !== '' || files.length > 0
  const proven = one.figure?.complete === true
  const canSubmit =
    (asksEvidence && linkIsFine && !busy && (hasEvidence || (move === 'meet' && proven))) ||
    ((move === 'waive' || move === 'reopen') && reason.trim() !== '') ||
    (move === 'due' && due !== '') ||
    move === 'own' ||
    move === 'begin'

  const given = (): CommitmentMove => {
    switch (move) {
      case 'own':
        return { move, ownerId: owner === '' ? null : owner }
      case 'show':
      case 'meet':
        return {
          move,
          shown: shown.trim(),
          link: link.trim() === '' ? null : link.trim(),
          files: files.map(({ id }) => id),
        }
      case 'waive':
      case 'reopen':
        return { move, reason: reason.trim() }
      case 'due':
        return { move, due }
      case 'begin':
        return { move }
    }
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t(`commitments.moves.${move}`)}
      intro={t(`commitments.movesIntro.${move}`)}
      primary={t(`commitments.moves.${move}`)}
      canSubmit={canSubmit}
      why={t(`commitments.missing.${asksEvidence ? 'evidence' : 'other'}`)}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await rolloutApi('POST /api/v1/rollout/commitments/:key/moves', {
          params: { key: one.key },
          body: { version: one.version, move: given() as never },
        })
        await refresh()
      }}
    >
      {move === 'own' && (
        <FormField label={t('commitments.owner')} hint={t('commitments.ownerHint')} required>
          <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
            <option value="">{t('commitments.nobody')}</option>
            {one.members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      {asksEvidence && (
        <>
          <FormField label={t('commitments.shown')} hint={one.evidence[t.language]}>
            <Textarea
              value={shown}
              maxLength={4000}
              resize="vertical"
              rows={4}
              onChange={(_, { value }) => setShown(value)}
            />
          </FormField>
          <FormField label={t('commitments.link')} error={linkIsFine ? null : t('commitments.linkWrong')}>
            <Input type="url" value={link} onChange={(_, { value }) => setLink(value)} />
          </FormField>
          <FileDrop files={files} onChange={setFiles} label={t('commitments.files')} onBusy={setBusy} />
        </>
      )}
      {(move === 'waive' || move === 'reopen') && (
        <FormField label={t('commitments.why')} required>
          <Textarea
            value={reason}
            maxLength={1000}
            resize="vertical"
            onChange={(_, { value }) => setReason(value)}
          />
        </FormField>
      )}
      {move === 'due' && (
        <FormField label={t('commitments.dueOn')} required>
          <Input type="date" value={due} onChange={(_, { value }) => setDue(value)} />
        </FormField>
      )}
    </MoveDialog>
  )
}
