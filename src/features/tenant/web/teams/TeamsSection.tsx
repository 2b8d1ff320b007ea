import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { ChannelView } from '../../contract/channels.ts'
import type { TenantView } from '../../contract/tenant-view.ts'
import { channels, tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { ChannelDialog } from './ChannelDialog.tsx'
import { ChannelItem } from './ChannelItem.tsx'
import { MeetingPolicy } from './MeetingPolicy.tsx'

export type TeamsSectionProps = { readonly view: TenantView; readonly mayChange: boolean }

/** What Teams gets of the desk: meetings for bridges, cards in channels. */
export function TeamsSection({ view, mayChange }: TeamsSectionProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('tenant')
  const query = useQuery(channels)
  const editing = useDialog<ChannelView | 'new'>()
  const removing = useDialog<ChannelView>()
  return (
    <Section title={t('teams.title')} card>
      <h3 className={styles.subtitle}>{t('teams.meetings')}</h3>
      <MeetingPolicy view={view} />
      <div className={styles.row}>
        <h3 className={`${styles.subtitle} ${styles.grow}`}>{t('teams.channels')}</h3>
        {mayChange && (
          <Button size="small" onClick={() => editing.show('new')}>
            {t('teams.add')}
          </Button>
        )}
      </div>
      <Loaded query={query}>
        {({ channels: list }) =>
          list.length === 0 ? (
            <p className={`${styles.plain} ${styles.quiet}`}>{t('teams.none')}</p>
          ) : (
            <ul className={styles.list}>
              {list.map((channel) => (
                <ChannelItem
                  key={channel.id}
                  channel={channel}
                  onChange={mayChange ? () => editing.show(channel) : null}
                  onRemove={mayChange ? () => removing.show(channel) : null}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing.of && (
        <ChannelDialog
          key={editing.turn}
          channel={editing.of === 'new' ? null : editing.of}
          open={editing.open}
          onClose={editing.hide}
        />
      )}
      <ConfirmDialog
        open={removing.open}
        onClose={removing.hide}
        title={t('teams.removeOf', { name: removing.of?.name ?? '' })}
        text={t('teams.removeText')}
        primary={t('teams.remove')}
        onConfirm={async () => {
          if (!removing.of) return
          await tenantApi('DELETE /api/v1/tenant/channels/:id', { params: { id: removing.of.id } })
          await queries.invalidateQueries({ queryKey: tenantKey })
        }}
        refusalWords={refusalWords}
        danger
      />
    </Section>
  )
}
