import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RoomView } from '../../contract/room.ts'
import type { RoomScene } from '../../domain/room/rights.ts'
import * as rights from '../../domain/room/rights.ts'
import { useRoomStyles } from './room-styles.ts'

const useStyles = makeStyles({
  tier: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  quorum: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    '& > svg': { fontSize: '20px' },
    '& > :nth-child(3)': { gridColumn: '2' },
  },
  held: { color: tokens.colorPaletteGreenForeground1 },
  waived: { color: tokens.colorNeutralForeground1 },
  lacking: { color: tokens.colorPaletteRedForeground1 },
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

type Props = {
  readonly room: RoomView
  readonly scene: RoomScene
  readonly onRole: (role: 'host' | 'scribe') => void
  readonly onWithoutQuorum: () => void
}

/** Who is there, tier by tier, and whether they are enough for the bridge to decide. */
export function PeoplePane({ room, scene, onRole, onWithoutQuorum }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const shared = useRoomStyles()
  const { tiers, present, lacks, waived, meeting } = room
  const names = new Map(present.map(({ id, name }) => [id, name]))
  const counted = new Set(tiers.flatMap(({ personIds }) => personIds))
  const others = present.filter(({ id }) => !counted.has(id))
  const isOver = meeting.state === 'ended' || meeting.state === 'cancelled'
  const standing = lacks.length === 0 ? 'held' : waived ? 'waived' : 'lacking'
  const lacking = lacks.map(({ tier, people }) => t('room.lacks', { tier, count: people })).join(', ')
  return (
    <Section title={t('room.people', { count: present.length })} card>
      {tiers.length > 0 && !isOver && (
        <p className={mergeClasses(styles.quorum, styles[standing])}>
          {lacks.length === 0 ? <CheckmarkCircleRegular aria-hidden /> : <WarningRegular aria-hidden />}
          <span className={shared.strong}>{t(`room.quorumIs.${standing}`)}</span>
          {lacks.length > 0 && <span className={`${shared.quiet} ${shared.small}`}>{lacking}</span>}
        </p>
      )}
      {waived && lacks.length > 0 && (
        <p className={`${shared.plain} ${shared.small} ${shared.wrap}`}>
          {waived.by.name}: <span dir="auto">{waived.reason}</span>
        </p>
      )}
      {lacks.length > 0 && !room.mayDecide && rights.goWithoutQuorum(scene, lacks) === null && (
        <Button size="small" onClick={onWithoutQuorum}>
          {t('room.withoutQuorum.label')}
        </Button>
      )}
      <ul className={shared.list}>
        {tiers.map(({ tier, name, needed, personIds }) => (
          <li key={tier} className={styles.tier}>
            <TierBadge tier={tier} size="small" />
            <span className={shared.wrap}>
              <span className={shared.strong}>{name?.[t.language] ?? t('room.tier', { tier })}</span>
              <br />
              {personIds.length === 0 ? (
                <span className={shared.quiet}>{t('room.nobodyHere')}</span>
              ) : (
                personIds.map((id) => names.get(id) ?? '').join(', ')
              )}
            </span>
            <span className={`${styles.count} ${shared.quiet}`}>
              {t('room.ofNeeded', { count: personIds.length, needed })}
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className={`${shared.plain} ${shared.quiet} ${shared.wrap}`}>
          {t('room.others', { names: others.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <Role
        label={t('room.host')}
        name={meeting.host?.name ?? null}
        isMe={meeting.host?.id === scene.actor.personId}
        onTake={rights.takeHost(scene) === null ? () => onRole('host') : null}
        take={t('room.takeHost')}
      />
      <Role
        label={t('room.scribe')}
        name={meeting.scribe?.name ?? null}
        isMe={meeting.scribe?.id === scene.actor.personId}
        onTake={rights.takeScribe(scene) === null ? () => onRole('scribe') : null}
        take={t('room.takeScribe')}
      />
    </Section>
  )
}

type RoleProps = {
  readonly label: string
  readonly name: string | null
  readonly isMe: boolean
  readonly onTake: (() => void) | null
  readonly take: string
}

function Role({ label, name, isMe, onTake, take }: RoleProps) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  return (
    <div className={shared.row}>
      <span className={shared.quiet}>{label}</span>
      <span className={shared.grow}>{isMe ? t('room.you') : (name ?? t('minutes.nobody'))}</span>
      {onTake && !isMe && (
        <Button size="small" appearance="subtle" onClick={onTake}>
          {take}
        </Button>
      )}
    </div>
  )
}
