import { MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveMails as WaveMailsView } from '../../contract/communication.ts'
import { waveMails } from '../involvement-queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { Lessons } from './Lessons.tsx'
import { MailCard } from './MailCard.tsx'

/** The four mails to the people of a wave, and what was learnt: a part of the wave's page. */
export function WaveMails({ wave }: { readonly wave: string }) {
  const query = useQuery(waveMails(wave))
  return (
    <Loaded query={query} skeleton={<LoadingState rows={6} />}>
      {(view) => <Shown view={view} />}
    </Loaded>
  )
}

function Shown({ view }: { readonly view: WaveMailsView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  const told = Math.max(...view.mails.map(({ toldOtherDays }) => toldOtherDays))
  return (
    <div className={styles.wide}>
      <Section title={t('mails.title')}>
        <p className={mergeClasses(styles.plain, styles.quiet)}>
          {view.people === 0
            ? t('mails.nobody')
            : t('mails.people', { count: view.people, nl: view.perLanguage.nl, en: view.perLanguage.en })}
        </p>
        {!view.sends && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('mails.noMailbox')}{' '}
              {isAdministrator ? (
                <PageLink to="/mail/mailboxes">{t('mails.toMailboxes')}</PageLink>
              ) : (
                t('mails.askAdministrator')
              )}
            </MessageBarBody>
          </MessageBar>
        )}
        {told > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('mails.toldOtherDays', { count: told })}</MessageBarBody>
          </MessageBar>
        )}
        <ol className={mergeClasses(styles.cards, styles.four)}>
          {view.mails.map((mail) => (
            <li key={mail.kind} className={styles.card}>
              <MailCard mail={mail} view={view} />
            </li>
          ))}
        </ol>
      </Section>
      <Lessons view={view} />
    </div>
  )
}
