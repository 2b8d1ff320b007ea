import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { ownSecondFactor, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { AppDialog, type NewApp } from './AppDialog.tsx'
import type { PartProps } from './part.ts'
import { Passkeys } from './Passkeys.tsx'
import { RecoveryCodesDialog } from './RecoveryCodesDialog.tsx'
import { useProof } from './use-proof.tsx'

/** What protects one's sign-in beside the password: an app, passkeys, and codes for when both are lost. */
export function SecondFactor() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const query = useQuery(ownSecondFactor)
  const text = t('secondFactor.text')
  return (
    <Section title={t('secondFactor.title')} card>
      <p className={styles.plain}>{query.data?.required ? `${text} ${t('secondFactor.required')}` : text}</p>
      <SecondFactorParts />
    </Section>
  )
}

export function SecondFactorParts() {
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const query = useQuery(ownSecondFactor)
  const proof = useProof()
  const codes = useDialog<readonly string[]>()
  const changed = async (recoveryCodes: readonly string[] = []) => {
    if (recoveryCodes.length > 0) codes.show(recoveryCodes)
    await queries.invalidateQueries({ queryKey: ownSecondFactor.queryKey })
  }
  return (
    <>
      <Loaded query={query}>
        {(own) => (
          <div className={styles.stack}>
            <App since={own.appSince} ask={proof.ask} onChange={changed} />
            <Passkeys own={own} ask={proof.ask} onChange={changed} />
            {(own.appSince !== null || own.passkeys.length > 0) && (
              <RecoveryCodes left={own.recoveryCodes} ask={proof.ask} onChange={changed} />
            )}
          </div>
        )}
      </Loaded>
      {proof.dialog}
      <RecoveryCodesDialog dialog={codes} />
    </>
  )
}

function App({ since, ask, onChange }: PartProps & { readonly since: string | null }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const toast = useToast()
  const refusalWords = useRefusalWords()
  const say = useProblemText(refusalWords)
  const setting = useDialog<NewApp>()
  const stopping = useDialog()
  const begin = async () => {
    try {
      setting.show(await peopleApi('POST /api/v1/me/authenticator'))
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  return (
    <div className={styles.item}>
      <div className={styles.grow}>
        <strong>{t('secondFactor.app.title')}</strong>
        <div className={styles.quiet}>
          {since === null ? (
            t('secondFactor.app.off')
          ) : (
            <>
              {t('secondFactor.app.on')} <Time at={since} />
            </>
          )}
        </div>
      </div>
      {since === null ? (
        <Button size="small" onClick={() => void ask(() => void begin())}>
          {t('secondFactor.app.setUp')}
        </Button>
      ) : (
        <Button size="small" appearance="subtle" onClick={() => void ask(() => stopping.show(true))}>
          {t('secondFactor.app.stop')}
        </Button>
      )}
      {setting.of && (
        <AppDialog
          key={setting.turn}
          app={setting.of}
          open={setting.open}
          onClose={setting.hide}
          onDone={(recoveryCodes) => {
            toast({ text: t('secondFactor.app.done'), tone: 'success' })
            void onChange(recoveryCodes)
          }}
        />
      )}
      <ConfirmDialog
        open={stopping.open}
        onClose={stopping.hide}
        title={t('secondFactor.app.stopTitle')}
        text={t('secondFactor.app.stopText')}
        primary={t('secondFactor.app.stop')}
        onConfirm={async () => {
          await peopleApi('DELETE /api/v1/me/authenticator')
          await onChange()
        }}
        refusalWords={refusalWords}
        danger
      />
    </div>
  )
}

function RecoveryCodes({ left, ask, onChange }: PartProps & { readonly left: number }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const refusalWords = useRefusalWords()
  const renewing = useDialog()
  return (
    <div className={styles.item}>
      <div className={styles.grow}>
        <strong>{t('secondFactor.codes.title')}</strong>
        <div className={styles.quiet}>{t('secondFactor.codes.left', { count: left })}</div>
      </div>
      <Button size="small" appearance="subtle" onClick={() => void ask(() => renewing.show(true))}>
        {t('secondFactor.codes.renew')}
      </Button>
      <ConfirmDialog
        open={renewing.open}
        onClose={renewing.hide}
        title={t('secondFactor.codes.renewTitle')}
        text={t('secondFactor.codes.renewText')}
        primary={t('secondFactor.codes.renew')}
        onConfirm={async () => {
          const { recoveryCodes } = await peopleApi('POST /api/v1/me/recovery-codes')
          await onChange(recoveryCodes)
        }}
        refusalWords={refusalWords}
      />
    </div>
  )
}
