import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { CopyButton } from '../CopyButton.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { CodeField } from './CodeField.tsx'
import { QrCode } from './QrCode.tsx'

const useStyles = makeStyles({
  drawing: { display: 'flex', justifyContent: 'center' },
  typed: { margin: 0, marginBlockEnd: tokens.spacingVerticalXS },
})

export type NewApp = { readonly secret: string; readonly address: string }
export type AppDialogProps = {
  readonly app: NewApp
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (recoveryCodes: readonly string[]) => void
}

/** The secret, as a drawing and for typing; it counts once the app's first code is right. */
export function AppDialog({ app, open, onClose, onDone }: AppDialogProps) {
  const t = useWords('people')
  const people = usePeopleStyles()
  const styles = useStyles()
  const refusalWords = useRefusalWords()
  const [code, setCode] = useState('')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('secondFactor.app.dialog')}
      intro={t('secondFactor.app.intro')}
      primary={t('secondFactor.app.do')}
      onSubmit={async () => {
        const { recoveryCodes } = await peopleApi('POST /api/v1/me/authenticator/confirm', { body: { code } })
        onDone(recoveryCodes)
      }}
      canSubmit={code.replace(/\D/g, '').length === 6}
      why={t('secondFactor.app.missing')}
      refusalWords={refusalWords}
    >
      <div className={styles.drawing}>
        <QrCode text={app.address} label={t('secondFactor.app.drawing')} />
      </div>
      <div>
        <p className={styles.typed}>{t('secondFactor.app.typed')}</p>
        <div className={people.row}>
          <code className={people.secret}>{app.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          <CopyButton text={app.secret} />
        </div>
      </div>
      <CodeField
        label={t('secondFactor.app.code')}
        hint={t('secondFactor.app.codeHint')}
        value={code}
        onChange={setCode}
      />
    </MoveDialog>
  )
}
