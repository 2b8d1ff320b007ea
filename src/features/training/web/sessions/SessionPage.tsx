import { Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { SessionView } from '../../contract/sessions.ts'
import { trainingSession, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh, useTrainingLive, useWhy } from '../training-words.ts'
import { CancelSessionDialog } from './CancelSessionDialog.tsx'
import { ChangeSessionDialog } from './ChangeSessionDialog.tsx'
import { CodeCard } from './CodeCard.tsx'
import { EvaluateDialog } from './EvaluateDialog.tsx'
import { EvaluationCard } from './EvaluationCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { SignUpButton } from './SessionLine.tsx'
import { SessionWhen } from './SessionWhen.tsx'

/** One training session: when and where, who comes, and what its trainer does while it is on. */
export function SessionPage() {
  const t = useWords('training')
  const { id = '' } = usePathParams()
  const query = useQuery(trainingSession(id))
  useTrainingLive()
  const name = query.data?.trainingSession.course.name[t.language]
  return (
    <Page
      title={name ?? t('session.title')}
      width="work"
      state={query.data && <StateLine view={query.data} />}
      back={{ to: '/training', label: t('home.title') }}
      action={query.data && <Actions view={query.data} />}
    >
      <Loaded query={query}>{(view) => <SessionParts view={view} />}</Loaded>
    </Page>
  )
}

function StateLine({ view: { trainingSession: one } }: { readonly view: SessionView }) {
  const t = useWords('training')
  return (
    <>
      <SessionWhen trainingSession={one} /> · {t('sessions.byTrainer', { name: one.trainer.name })} ·{' '}
      {t('sessions.seatsTaken', { taken: one.seated, seats: one.seats })}
    </>
  )
}

function Actions({ view }: { readonly view: SessionView }) {
  const t = useWords('training')
  const changing = useDialog()
  const cancelling = useDialog()
  const judging = useDialog()
  const { trainingSession: one, may } = view
  return (
    <>
      {one.signUpRefusal === null && <SignUpButton trainingSession={one} primary />}
      {may.evaluate && (
        <Button appearance="primary" onClick={() => judging.show(true)}>
          {t('evaluate.open')}
        </Button>
      )}
      {one.mine === 'seated' && may.attendance === null && (
        <ButtonLink to="/training/attend" appearance="primary">
          {t('attend.here')}
        </ButtonLink>
      )}
      {(one.mine === 'seated' || one.mine === 'waiting') && <WithdrawButton view={view} />}
      {may.change && (
        <MenuButton
          entries={[
            { key: 'change', text: t('session.change'), run: () => changing.show(true) },
            { key: 'cancel', text: t('session.cancel'), run: () => cancelling.show(true) },
          ]}
        >
          {t('session.more')}
        </MenuButton>
      )}
      <ChangeSessionDialog
        key={`change ${changing.turn}`}
        trainingSession={one}
        open={changing.open}
        onClose={changing.hide}
      />
      <CancelSessionDialog
        key={`cancel ${cancelling.turn}`}
        trainingSession={one}
        open={cancelling.open}
        onClose={cancelling.hide}
      />
      <EvaluateDialog
        key={`judge ${judging.turn}`}
        trainingSession={one}
        open={judging.open}
        onClose={judging.hide}
      />
    </>
  )
}

function WithdrawButton({ view }: { readonly view: SessionView }) {
  const t = useWords('training')
  const me = useSignedIn()
  const toast = useToast()
  const refresh = useRefresh()
  const { attempt } = useAttempt(useRefusals('training'))
  const withdraw = () =>
    attempt(async () => {
      await trainingApi('DELETE /api/v1/training/sessions/:id/sign-ups/:person', {
        params: { id: view.trainingSession.id, person: me.id },
      })
      toast({ text: t('session.withdrawn') })
    }, refresh)
  return <Button onClick={() => void withdraw()}>{t('session.withdraw')}</Button>
}

function SessionParts({ view }: { readonly view: SessionView }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const why = useWhy()
  const duration = useDuration()
  const { trainingSession: one, may } = view
  const isOpen = may.attendance === null
  return (
    <>
      {one.cancelReason !== null && (
        <MessageBar intent="error">
          <MessageBarBody>
            <span dir="auto">{t('session.cancelledBecause', { reason: one.cancelReason })}</span>
          </MessageBarBody>
        </MessageBar>
      )}
      {one.mine === null && one.signUpRefusal && one.signUpRefusal.code !== 'trainer-cannot-attend' && (
        <p className={styles.plain}>{why(one.signUpRefusal)}</p>
      )}
      {may.run && isOpen && <CodeCard view={view} />}
      <Section title={t('session.about')} card>
        <KeyValues
          items={[
            { label: t('session.when'), value: <SessionWhen trainingSession={one} /> },
            { label: t('plan.place'), value: <span dir="auto">{one.place ?? '–'}</span> },
            {
              label: t('plan.link'),
              value: one.link ? (
                <Link href={one.link} target="_blank" rel="noreferrer">
                  {t('session.join')}
                </Link>
              ) : (
                '–'
              ),
            },
            { label: t('plan.trainer'), value: one.trainer.name },
            { label: t('plan.language'), value: t(`languages.${one.language}`) },
            {
              label: t('session.content'),
              value: (
                <PageLink to={`/training/courses/${one.course.key}`}>
                  {t('session.openContent', { minutes: duration(view.minutes) })}
                </PageLink>
              ),
            },
          ]}
        />
      </Section>
      <PeopleCard view={view} />
      {view.evaluation && <EvaluationCard evaluation={view.evaluation} />}
    </>
  )
}
