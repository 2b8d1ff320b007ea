import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDraft } from '#ui/form/draft.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MailLanguage } from '../../domain/mails/mail.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { Difference } from './Difference.tsx'
import { MailEditor } from './MailEditor.tsx'
import { MailHistory } from './MailHistory.tsx'
import { MailPreview } from './MailPreview.tsx'
import { MailState } from './MailState.tsx'
import { NotReached } from './NotReached.tsx'
import { useOriginWords, useWhen } from './mail-words.ts'
import { type MailDraft, type OneMail, useMailActions } from './use-mail-actions.ts'

const draftOf = ({ mail: { subject, body, timing, version } }: OneMail): MailDraft => ({
  subject,
  body,
  timing,
  version,
})

/** A mail at work: written on the left, as its reader gets it on the right, and what becomes of it below. */
export function MailView({ one }: { readonly one: OneMail }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const { wave, mail, mayWrite, timeZone } = one
  const when = useWhen(timeZone)
  const origin = useOriginWords()
  const kept = draftOf(one)
  const draft = useDraft<MailDraft | null>(`rollout.mail.${wave.key}.${mail.kind}`, null)
  const written = mayWrite && draft.value && !sameWords(draft.value, kept) ? draft.value : null
  const isChanged = written !== null
  const shown = written ?? kept
  const [language, setLanguage] = useState<MailLanguage>(t.language)
  const actions = useMailActions(one)
  const approving = useDialog()
  const refusalWords = useRefusals('rollout')
  return (
    <Page
      title={t(`mails.kinds.${mail.kind}`)}
      width="work"
      back={{ to: `/rollout/waves/${wave.key}`, search: { part: 'mails' }, label: text(wave.name) }}
      state={
        <span className={styles.row}>
          <MailState mail={mail} />
          {when(mail.moment)} · {origin(mail, text)}
        </span>
      }
      action={
        mayWrite && (
          <>
            {written ? (
              <Button
                appearance="primary"
                disabledFocusable={actions.busy}
                onClick={() => void actions.keep(written).then((done) => done && draft.clear())}
              >
                {t('mails.keep')}
              </Button>
            ) : (
              <Button
                appearance="primary"
                disabledFocusable={mail.approved !== null || mail.problems.length > 0}
                title={
                  mail.approved ? t('mails.isApproved') : mail.problems.length > 0 ? t('mails.hasProblems') : ''
                }
                onClick={() => mail.approved === null && mail.problems.length === 0 && approving.show(true)}
              >
                {t('mails.approve')}
              </Button>
            )}
            <MenuButton
              icon={<MoreHorizontalRegular />}
              aria-label={t('mails.more')}
              entries={actions.entries({ isChanged, onForget: draft.clear })}
            />
          </>
        )
      }
    >
      {written && written.version !== mail.version && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('mails.changedMeanwhile')}</MessageBarBody>
        </MessageBar>
      )}
      {mail.toldOtherDays > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('mails.toldOtherDays', { count: mail.toldOtherDays })}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.halves}>
        {mayWrite && (
          <Section title={t('mails.text')} card>
            <MailEditor
              wave={wave}
              value={shown}
              language={language}
              onLanguage={setLanguage}
              onChange={(next) => draft.change({ ...next, version: written?.version ?? mail.version })}
            />
          </Section>
        )}
        <Section title={t('mails.preview')} card>
          <MailPreview
            wave={wave.key}
            kind={mail.kind}
            text={{ subject: shown.subject, body: shown.body }}
            timingWarnings={mail.warnings}
            language={language}
            onLanguage={setLanguage}
          />
        </Section>
      </div>
      <Section title={t('mails.difference')} card>
        <Difference before={one.before} after={shown} language={language} />
      </Section>
      <Section title={t('mails.howFar')} card>
        <NotReached one={one} />
      </Section>
      <Section title={t('mails.history')}>
        <MailHistory one={one} />
      </Section>
      <ConfirmDialog
        open={approving.open}
        onClose={approving.hide}
        title={t('mails.approve')}
        text={t('mails.approveText', { when: when(mail.moment) })}
        primary={t('mails.approve')}
        refusalWords={refusalWords}
        onConfirm={actions.approve}
      />
    </Page>
  )
}

function sameWords(one: MailDraft, other: MailDraft): boolean {
  const plain = ({ subject, body, timing }: MailDraft) =>
    JSON.stringify([subject.nl, subject.en, body.nl, body.en, timing.countedFrom, timing.days, timing.at])
  return plain(one) === plain(other)
}
