import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import type { AgendaItemView } from '../../contract/answers.ts'
import type { RoomView } from '../../contract/room.ts'
import { nameOf } from '../agenda/AgendaRow.tsx'
import { useRoomStyles } from './room-styles.ts'

const useStyles = makeStyles({
  item: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke2}`,
  },
  now: { borderLeftColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorNeutralBackground3 },
})

type Props = {
  readonly room: RoomView
  /** Puts an item on the table; null for whoever may not. */
  readonly onChoose: ((item: AgendaItemView) => void) | null
}

const over: ReadonlySet<AgendaItemView['state']> = new Set(['done', 'moved-on'])

/** What the meeting goes through, with what each takes; where it is now. */
export function AgendaPane({ room, onChoose }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const shared = useRoomStyles()
  return (
    <Section title={t('agenda.title')} card>
      {room.agenda.length === 0 ? (
        <p className={`${shared.plain} ${shared.quiet}`}>{t('agenda.empty')}</p>
      ) : (
        <ol className={shared.list}>
          {room.agenda.map((item) => (
            <li
              key={item.id}
              className={mergeClasses(styles.item, item.state === 'on-table' && styles.now)}
              aria-current={item.state === 'on-table' ? 'step' : undefined}
            >
              <span dir="auto" className={mergeClasses(shared.wrap, item.state === 'on-table' && shared.strong)}>
                {nameOf(item)}
              </span>
              <span className={shared.row}>
                <span className={`${shared.quiet} ${shared.small} ${shared.figure}`}>
                  {over.has(item.state)
                    ? t('room.spent', { minutes: Math.round(item.spentSeconds / 60) })
                    : t('agenda.minutesShort', { count: item.minutes })}
                </span>
                {item.state !== 'waiting' && (
                  <Badge appearance={item.state === 'on-table' ? 'filled' : 'outline'}>
                    {t.any(`room.state.${item.state}`)}
                  </Badge>
                )}
                {onChoose && (item.state === 'waiting' || item.state === 'parked') && (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t('room.putOnTableWhat', { what: nameOf(item) })}
                    onClick={() => onChoose(item)}
                  >
                    {t('room.putOnTable')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
