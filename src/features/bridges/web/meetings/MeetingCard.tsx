import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { VideoRegular } from '@fluentui/react-icons/svg/video'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Duration, Time } from '#ui/time/Time.tsx'
import { useNow } from '#ui/time/now.ts'
import { useWords } from '#ui/words/words.ts'
import type { MeetingDetail } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { NoLink } from './NoLink.tsx'
import { QuorumOutlook } from './QuorumOutlook.tsx'

const MoveMeetingDialog = onDemand(() =>
  import('./MoveMeetingDialog.tsx').then((module) => module.MoveMeetingDialog),
)
const CancelMeetingDialog = onDemand(() =>
  import('./CancelMeetingDialog.tsx').then((module) => module.CancelMeetingDialog),
)
const LinkDialog = onDemand(() => import('./LinkDialog.tsx').then((module) => module.LinkDialog))
const dialogs = [MoveMeetingDialog, CancelMeetingDialog, LinkDialog]

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  running: { border: `2px solid ${tokens.colorBrandStroke1}` },
})

type Props = { readonly detail: MeetingDetail; readonly primary: boolean }

/** A meeting at a glance: when, who leads it, whether there will be quorum, and the way in. */
export function MeetingCard({ detail, primary }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const text = useBridgeStyles()
  const now = useNow()
  const move = useDialog()
  const cancel = useDialog()
  const link = useDialog()
  useFetchedWhenIdle(dialogs)
  const { meeting, may } = detail
  const isRunning = meeting.state === 'running'
  const isLate = meeting.state === 'planned' && meeting.startsAt <= now
  const isMoved = meeting.state === 'planned' && meeting.startsAt !== meeting.plannedFor
  return (
    <section
      aria-label={t(isRunning ? 'meeting.running' : 'meeting.next')}
      className={`${styles.card} ${isRunning ? styles.running : ''}`}
    >
      <div className={styles.head}>
        <div className={text.grow}>
          <p className={`${text.plain} ${text.quiet}`}>{t(isRunning ? 'meeting.running' : 'meeting.next')}</p>
          <h2 className={`${text.plain} ${text.when} ${text.wrap}`}>
            {meeting.name[t.language]} · <Time at={meeting.startsAt} />
          </h2>
          <p className={`${text.plain} ${text.quiet}`}>
            <Time at={meeting.startsAt} form="relative" />
            {isMoved && (
              <>
                {' · '}
                <MovedFrom at={meeting.plannedFor} />
              </>
            )}
            {isLate && ` · ${t('meeting.notHeld')}`}{' '}
            {!meeting.standing && <Badge appearance="outline">{t('meeting.adHoc')}</Badge>}
          </p>
        </div>
        <div className={text.buttons}>
          <ButtonLink to={`/bridge/${meeting.id}`} appearance={primary ? 'primary' : 'secondary'}>
            {t('page.join')}
          </ButtonLink>
          {may.link.refusal === null && (
            <MenuButton
              appearance="subtle"
              icon={<MoreHorizontalRegular />}
              aria-label={t('meeting.more')}
              entries={[
                {
                  key: 'link',
                  text: t(meeting.meetingLink ? 'link.change' : 'link.put'),
                  run: () => link.show(true),
                },
                ...(may.move.refusal === null
                  ? [
                      { key: 'move', text: t('meeting.move'), run: () => move.show(true) },
                      { key: 'cancel', text: t('meeting.cancel'), run: () => cancel.show(true) },
                    ]
                  : []),
              ]}
            />
          )}
        </div>
      </div>
      <KeyValues
        items={[
          ...(meeting.called
            ? [
                {
                  label: t('meeting.called'),
                  value: (
                    <span className={text.wrap}>
                      {meeting.called.reason === 'person' && meeting.called.by
                        ? t('meeting.calledBy', { name: meeting.called.by.name, words: meeting.called.words })
                        : t.any(`meeting.reason.${meeting.called.reason}`)}
                    </span>
                  ),
                },
              ]
            : []),
          { label: t('meeting.host'), value: meeting.host?.name ?? t('meeting.nobody') },
          { label: t('meeting.scribe'), value: meeting.scribe?.name ?? t('meeting.nobodyScribe') },
          { label: t('meeting.length'), value: <Duration minutes={meeting.plannedMinutes} /> },
          ...(meeting.meetingLink
            ? [
                {
                  label: t('meeting.link'),
                  value: (
                    <Link href={meeting.meetingLink} target="_blank" rel="noreferrer">
                      <VideoRegular aria-hidden /> {t('meeting.openLink')}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(meeting.noLink
            ? [
                {
                  label: t('meeting.link'),
                  value: (
                    <span className={text.wrap}>
                      <NoLink noLink={meeting.noLink} />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <QuorumOutlook detail={detail} />
      <Suspense>
        {move.turn > 0 && (
          <MoveMeetingDialog key={move.turn} meeting={meeting} open={move.open} onClose={move.hide} />
        )}
        {link.turn > 0 && (
          <LinkDialog key={`link ${link.turn}`} meeting={meeting} open={link.open} onClose={link.hide} />
        )}
        {cancel.turn > 0 && <CancelMeetingDialog meeting={meeting} open={cancel.open} onClose={cancel.hide} />}
      </Suspense>
    </section>
  )
}

function MovedFrom({ at }: { readonly at: string }) {
  const t = useWords('bridges')
  const [before = '', after = ''] = t('meeting.moved', { at: '|' }).split('|')
  return (
    <>
      {before}
      <Time at={at} />
      {after}
    </>
  )
}
