import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import type { OwnSecondFactor } from '../../contract/second-factor.ts'
import { PasswordField } from '../entry/PasswordField.tsx'
import { ownSecondFactor, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { hasPasskeys, PasskeyStopped, signWithPasskey } from './browser-passkey.ts'

type Means = OwnSecondFactor['provesWith']
type Asked = { readonly means: Means; readonly goOn: () => void }

export type Proof = {
  /** Goes on with `goOn` once this person showed who they are, or did so a moment ago. */
  readonly ask: (goOn: () => void) => Promise<void>
  /** To be rendered where it is asked. */
  readonly dialog: ReactNode
}

/** Before what protects the sign-in is changed. */
export function useProof(): Proof {
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText(useRefusalWords())
  const asked = useDialog<Asked>()
  return {
    ask: async (goOn) => {
      try {
        const { proven, provesWith } = await queries.query({ ...ownSecondFactor, staleTime: 0 })
        if (proven) goOn()
        else asked.show({ means: provesWith, goOn })
      } catch (error) {
        toast({ text: say(error).sentence, tone: 'error' })
      }
    },
    dialog: asked.of && <ProofDialog key={asked.turn} open={asked.open} onClose={asked.hide} {...asked.of} />,
  }
}

type ProofDialogProps = Asked & { readonly open: boolean; readonly onClose: () => void }

function ProofDialog({ open, onClose, means, goOn }: ProofDialogProps) {
  const t = useWords('people')
  const refusalWords = useRefusalWords()
  const [password, setPassword] = useState('')
  const byPassword = means.includes('password')
  const byPasskey = means.includes('passkey') && hasPasskeys()
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('secondFactor.prove.title')}
      intro={byPassword || byPasskey ? t('secondFactor.prove.intro') : t('secondFactor.prove.again')}
      primary={t('secondFactor.prove.do')}
      onSubmit={async () => {
        await peopleApi('POST /api/v1/me/proof', { body: { password } })
        goOn()
      }}
      canSubmit={byPassword && password !== ''}
      refusalWords={(code, problem) =>
        code === 'sign-in-failed' ? t('password.wrong') : refusalWords(code, problem)
      }
    >
      {byPassword && (
        <PasswordField
          label={t('password.current')}
          kind="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      {byPasskey && (
        <ByPasskey
          onProven={() => {
            onClose()
            goOn()
          }}
        />
      )}
    </MoveDialog>
  )
}

function ByPasskey({ onProven }: { readonly onProven: () => void }) {
  const t = useWords('people')
  const say = useProblemText(useRefusalWords())
  const [error, setError] = useState<string | null>(null)
  const prove = async () => {
    setError(null)
    try {
      const options = await peopleApi('POST /api/v1/me/proof/passkey/challenge')
      await peopleApi('POST /api/v1/me/proof/passkey', { body: { answer: await signWithPasskey(options) } })
      onProven()
    } catch (cause) {
      setError(cause instanceof PasskeyStopped ? t('secondFactor.prove.stopped') : say(cause).sentence)
    }
  }
  return (
    <>
      {error && <Alert>{error}</Alert>}
      <div>
        <Button onClick={() => void prove()}>{t('secondFactor.prove.withPasskey')}</Button>
      </div>
    </>
  )
}
