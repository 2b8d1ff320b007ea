import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OwnSecondFactor, Passkey } from '../../contract/second-factor.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { browserIn } from '../profile/browser-name.ts'
import { peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { hasPasskeys, makePasskey, PasskeyStopped } from './browser-passkey.ts'
import type { PartProps } from './part.ts'

export function Passkeys({ own, ask, onChange }: PartProps & { readonly own: OwnSecondFactor }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const adding = useDialog()
  const here = hasPasskeys()
  const why = !own.passkeysPossible
    ? t('secondFactor.passkeys.not')
    : here
      ? t('secondFactor.passkeys.text')
      : t('secondFactor.passkeys.cannot')
  return (
    <div>
      <div className={styles.item}>
        <div className={styles.grow}>
          <strong>{t('secondFactor.passkeys.title')}</strong>
          <div className={styles.quiet}>{why}</div>
        </div>
        {own.passkeysPossible && here && (
          <Button size="small" onClick={() => void ask(() => adding.show(true))}>
            {t('secondFactor.passkeys.add')}
          </Button>
        )}
      </div>
      {own.passkeys.length > 0 && (
        <ul className={styles.list} aria-label={t('secondFactor.passkeys.title')}>
          {own.passkeys.map((passkey) => (
            <One key={passkey.id} passkey={passkey} ask={ask} onChange={onChange} />
          ))}
        </ul>
      )}
      <AddDialog key={adding.turn} open={adding.open} onClose={adding.hide} onChange={onChange} />
    </div>
  )
}

function One({ passkey, ask, onChange }: PartProps & { readonly passkey: Passkey }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const refusalWords = useRefusalWords()
  const renaming = useDialog()
  const removing = useDialog()
  const { id, name, addedAt, usedAt } = passkey
  const params = { id }
  return (
    <li className={styles.item}>
      <span className={styles.grow}>
        {name}
        <div className={`${styles.quiet} ${styles.small}`}>
          {t('secondFactor.passkeys.since')} <Time at={addedAt} />
          {' · '}
          {usedAt === null ? (
            t('secondFactor.passkeys.never')
          ) : (
            <>
              {t('secondFactor.passkeys.used')} <Time at={usedAt} />
            </>
          )}
        </div>
      </span>
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('secondFactor.passkeys.renameOf', { name })}
        onClick={() => renaming.show(true)}
      >
        {t('secondFactor.passkeys.rename')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('secondFactor.passkeys.removeOf', { name })}
        onClick={() => void ask(() => removing.show(true))}
      >
        {t('secondFactor.passkeys.remove')}
      </Button>
      <NameDialog
        key={renaming.turn}
        open={renaming.open}
        onClose={renaming.hide}
        title={t('secondFactor.passkeys.renameOf', { name })}
        primary={t('edit.do')}
        before={name}
        onSubmit={async (wanted) => {
          await peopleApi('PATCH /api/v1/me/passkeys/:id', { params, body: { name: wanted } })
          await onChange()
        }}
      />
      <ConfirmDialog
        open={removing.open}
        onClose={removing.hide}
        title={t('secondFactor.passkeys.removeOf', { name })}
        text={t('secondFactor.passkeys.removeText')}
        primary={t('secondFactor.passkeys.remove')}
        onConfirm={async () => {
          await peopleApi('DELETE /api/v1/me/passkeys/:id', { params })
          await onChange()
        }}
        refusalWords={refusalWords}
        danger
      />
    </li>
  )
}

type AddDialogProps = Pick<PartProps, 'onChange'> & { readonly open: boolean; readonly onClose: () => void }

function AddDialog({ open, onClose, onChange }: AddDialogProps) {
  const t = useWords('people')
  const toast = useToast()
  const { browser, system } = browserIn(navigator.userAgent)
  const before = browser && system ? t('signIns.on', { browser, system }) : ''
  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t('secondFactor.passkeys.addTitle')}
      intro={t('secondFactor.passkeys.addIntro')}
      primary={t('secondFactor.passkeys.add')}
      before={before}
      onSubmit={async (name) => {
        const options = await peopleApi('POST /api/v1/me/passkeys/challenge')
        try {
          const answer = await makePasskey(options)
          const { recoveryCodes } = await peopleApi('POST /api/v1/me/passkeys', { body: { name, answer } })
          toast({ text: t('secondFactor.passkeys.added'), tone: 'success' })
          await onChange(recoveryCodes)
        } catch (error) {
          if (!(error instanceof PasskeyStopped)) throw error
          toast({ text: t('secondFactor.passkeys.stopped'), tone: 'error' })
        }
      }}
    />
  )
}

type NameDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly intro?: string
  readonly primary: string
  readonly before: string
  readonly onSubmit: (name: string) => Promise<void>
}

function NameDialog({ before, onSubmit, ...dialog }: NameDialogProps) {
  const t = useWords('people')
  const refusalWords = useRefusalWords()
  const [name, setName] = useState(before)
  return (
    <MoveDialog
      {...dialog}
      onSubmit={() => onSubmit(name)}
      canSubmit={name.trim() !== ''}
      why={t('secondFactor.passkeys.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('secondFactor.passkeys.name')} hint={t('secondFactor.passkeys.nameHint')} required>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </FormField>
    </MoveDialog>
  )
}
