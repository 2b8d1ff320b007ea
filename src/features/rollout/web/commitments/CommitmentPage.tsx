import { Button, Link } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FileRow } from '#ui/files/FileRow.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { usePathParams } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CommitmentView } from '../../contract/commitments.ts'
import { type CommitmentMove, commitmentMoves } from '../../domain/commitment/decide.ts'
import { commitment } from '../involvement-queries.ts'
import { useRolloutLive } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { useDaysLeft } from '../involvement-words.ts'
import { CommitmentHistory } from './CommitmentHistory.tsx'
import { StandingBadge } from './StandingBadge.tsx'

type Move = CommitmentMove['move']
const CommitmentDialog = onDemand(() => import('./CommitmentDialog.tsx').then((module) => module.CommitmentDialog))
const dialogs = [CommitmentDialog]

/** One commitment: what shows that it is met, who owns it, and what happened. */
export function CommitmentPage() {
  const t = useWords('rollout')
  const { key = '' } = usePathParams()
  const { text } = usePlanWords()
  const query = useCommitment(key)
  const moving = useDialog<Move>()
  useRolloutLive()
  useFetchedWhenIdle(dialogs)
  const wasOpen = useEver(moving.open)
  const one = query.data?.commitment
  return (
    <Page
      title={one ? text(one.what) : t('commitments.one')}
      back={{ to: '/rollout/commitments', label: t('commitments.title') }}
      state={one && query.data && <State commitment={one} today={query.data.today} />}
      action={one && <Actions commitment={one} onMove={moving.show} />}
    >
      <Loaded query={query}>{(loaded) => <Body loaded={loaded} />}</Loaded>
      <Suspense>
        {wasOpen && one && moving.of && (
          <CommitmentDialog
            key={moving.turn}
            move={moving.of}
            commitment={one}
            open={moving.open}
            onClose={moving.hide}
          />
        )}
      </Suspense>
    </Page>
  )
}

function State({ commitment: one, today }: { readonly commitment: CommitmentView; readonly today: string }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { day } = usePlanWords()
  const daysLeft = useDaysLeft()
  const isDone = one.state === 'met' || one.state === 'waived'
  return (
    <span className={styles.row}>
      <StandingBadge standing={one.standing} />
      {t('commitments.due', { day: day(one.due) })}
      {!isDone && ` · ${daysLeft(one.due, today)}`}
    </span>
  )
}

type ActionsProps = { readonly commitment: CommitmentView; readonly onMove: (move: Move) => void }

/** The one move that is next stands out; the others, with why one cannot, are in the menu. */
function Actions({ commitment: { state, moves }, onMove }: ActionsProps) {
  const t = useWords('rollout')
  const isDone = state === 'met' || state === 'waived'
  const next: Move = isDone ? 'reopen' : 'meet'
  const shown = commitmentMoves.filter((move) => move !== next && (isDone ? move === 'waive' : move !== 'reopen'))
  const able = moves[next] === null
  const why = (move: Move) => {
    const code = moves[move]
    return code ? t.any(`refusals.${code}`) : null
  }
  return (
    <>
      <Button
        appearance={isDone ? 'secondary' : 'primary'}
        disabledFocusable={!able}
        {...(able ? {} : { title: why(next) ?? '' })}
        onClick={() => able && onMove(next)}
      >
        {t(`commitments.moves.${next}`)}
      </Button>
      {!isDone && (
        <MenuButton
          icon={<MoreHorizontalRegular />}
          aria-label={t('commitments.more')}
          entries={shown.map((move) => ({
            key: move,
            text: t(`commitments.moves.${move}`),
            run: () => onMove(move),
            off: moves[move] !== null,
            why: why(move),
          }))}
        />
      )}
    </>
  )
}

type OneCommitment = NonNullable<ReturnType<typeof useCommitment>['data']>

const useCommitment = (key: string) => useQuery(commitment(key))

function Body({ loaded: { commitment: one, phase, changes } }: { readonly loaded: OneCommitment }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, team } = usePlanWords()
  const isShown = one.shown !== '' || one.link !== null || one.files.length > 0
  return (
    <div className={styles.wide}>
      <Section title={t('commitments.evidence')} card>
        <p className={styles.plain}>
          <span className={styles.quiet}>{t('commitments.asked')}</span>{' '}
          <span dir="auto">{text(one.evidence)}</span>
        </p>
        {one.figure && (
          <p className={styles.plain}>
            {t(`commitments.figureOf.${one.kind === 'own-devices' ? 'own-devices' : 'test-cases'}`, {
              have: one.figure.have,
              of: one.figure.of,
            })}{' '}
            <PageLink to="/rollout/pilot">{t('commitments.toPilot')}</PageLink>
          </p>
        )}
        {isShown ? (
          <div className={styles.stack}>
            {one.shown !== '' && <PlainText text={one.shown} />}
            {one.link !== null && (
              <Link href={one.link} target="_blank" rel="noopener noreferrer" inline>
                {one.link}
              </Link>
            )}
            {one.files.length > 0 && (
              <ul className={styles.list}>
                {one.files.map((file) => (
                  <FileRow key={file.id} name={file.name} size={file.size} href={`/api/v1/files/${file.id}`} />
                ))}
              </ul>
            )}
          </div>
        ) : (
          <p className={styles.plain}>{t('commitments.nothingShown')}</p>
        )}
        {one.reason !== null && (
          <div>
            <h3 className={styles.heading}>{t('commitments.reason')}</h3>
            <PlainText text={one.reason} />
          </div>
        )}
      </Section>
      <Section title={t('commitments.about')} card>
        <KeyValues
          items={[
            { label: t('commitments.owner'), value: one.owner?.name ?? t('commitments.nobody') },
            { label: t('commitments.team'), value: team(one.team) },
            { label: t('commitments.beforePhase'), value: phase ? text(phase.name) : t('commitments.phaseGone') },
            {
              label: t('commitments.from'),
              value: one.inPlan ? (
                <PageLink to="/plan">{t('commitments.inPlan')}</PageLink>
              ) : (
                t('commitments.beside')
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('commitments.history')}>
        <CommitmentHistory changes={changes} />
      </Section>
    </div>
  )
}
