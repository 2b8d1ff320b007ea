import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { judgePassword } from '../../domain/password.ts'
import { PasswordField } from '../entry/PasswordField.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { ownSecondFactor, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { useProof } from '../second-factor/use-proof.tsx'

export function OwnPassword() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const changing = useDialog()
  const proof = useProof()
  const { data } = useQuery(ownSecondFactor)
  // Who has a password gives it in the dialog itself.
  const begin = () =>
    data?.provesWith.includes('password') ? changing.show(true) : void proof.ask(() => changing.show(true))
  return (
    <Section
      title={t('password.label')}
      card
      action={
        <Button size="small" onClick={begin}>
          {t('password.change')}
        </Button>
      }
    >
      <p className={styles.plain}>{t('password.text')}</p>
      {proof.dialog}
      <ChangeDialog key={changing.turn} open={changing.open} onClose={changing.hide} />
    </Section>
  )
}

function ChangeDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useWords('people')
  const me = useSignedIn()
  const toast = useToast()
  const refusalWords = useRefusalWords()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const verdict = judgePassword(wanted, { name: me.name, email: me.email, organisation: me.organisation.name })
  const error = wanted.length >= 4 && !verdict.ok ? t.any(`refusals.${verdict.refusal.code}`) : null
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('password.change')}
      intro={t('password.changeIntro')}
      primary={t('password.change')}
      onSubmit={async () => {
        await peopleApi('PUT /api/v1/me/password', { body: { current: current === '' ? null : current, wanted } })
        toast({ text: t('password.changed'), tone: 'success' })
      }}
      canSubmit={verdict.ok}
      why={t('password.hint')}
      refusalWords={(code, problem) =>
        code === 'sign-in-failed' ? t('password.wrong') : refusalWords(code, problem)
      }
    >
      <PasswordField
        label={t('password.current')}
        hint={t('password.currentHint')}
        kind="current-password"
        value={current}
        onChange={setCurrent}
      />
      <PasswordField
        label={t('password.choose')}
        hint={t('password.hint')}
        kind="new-password"
        value={wanted}
        onChange={setWanted}
        error={error}
      />
    </MoveDialog>
  )
}
