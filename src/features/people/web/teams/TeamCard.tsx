import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useQueryClient } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PersonChip } from '#ui/person/PersonChip.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Team } from '../../contract/views.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { MemberDialog } from './MemberDialog.tsx'

export type TeamCardProps = { readonly team: Team; readonly onRename: () => void }

export function TeamCard({ team, onRename }: TeamCardProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const attempt = useAttempt()
  const adding = useDialog()
  const name = team.name[t.language]
  const leads = team.members.some((member) => member.isLead)
  return (
    <Section
      title={name}
      card
      action={
        (team.may.rename || team.may.setMembers) && (
          <div className={styles.row}>
            {team.may.setMembers && (
              <Button
                size="small"
                aria-label={t('teams.takeInto', { team: name })}
                onClick={() => adding.show(true)}
              >
                {t('teams.takeIn')}
              </Button>
            )}
            {team.may.rename && (
              <MenuButton
                size="small"
                appearance="subtle"
                icon={<MoreHorizontalRegular />}
                aria-label={t('teams.more', { team: name })}
                entries={[
                  { key: 'rename', text: t('teams.rename'), run: onRename },
                  {
                    key: 'remove',
                    text: t('teams.remove'),
                    run: () =>
                      void attempt(() => peopleApi('DELETE /api/v1/teams/:key', { params: { key: team.key } })),
                  },
                ]}
              />
            )}
          </div>
        )
      }
    >
      {team.members.length === 0 && <p className={styles.plain}>{t('teams.empty')}</p>}
      {team.members.length > 0 && !leads && (
        <p className={`${styles.plain} ${styles.quiet}`}>{t('teams.noLead')}</p>
      )}
      <ul className={styles.list}>
        {team.members.map((member) => (
          <Member key={member.id} team={team} member={member} />
        ))}
      </ul>
      {team.may.setMembers && (
        <MemberDialog key={adding.turn} team={team} open={adding.open} onClose={adding.hide} />
      )}
    </Section>
  )
}

type MemberProps = { readonly team: Team; readonly member: Team['members'][number] }

function Member({ team, member }: MemberProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const attempt = useAttempt()
  const params = { key: team.key, id: member.id }
  const mayLeave = team.may.setLeads || (team.may.setMembers && !member.isLead)
  return (
    <li className={mergeClasses(styles.item, styles.line)}>
      <span className={styles.grow}>
        <PageLink to={`/people/${member.id}`}>
          <PersonChip name={member.name} size="small" />
        </PageLink>
      </span>
      {member.isLead && (
        <Badge appearance="tint" color="brand">
          {t('role.lead')}
        </Badge>
      )}
      {member.disabled && (
        <Badge appearance="outline" color="danger">
          {t('state.disabled')}
        </Badge>
      )}
      {member.absent && !member.disabled && (
        <Badge appearance="outline" color="warning">
          {t('state.absent')}
        </Badge>
      )}
      {mayLeave && (
        <MenuButton
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('teams.more', { team: member.name })}
          entries={[
            ...(team.may.setLeads
              ? [
                  {
                    key: 'lead',
                    text: member.isLead ? t('teams.noLonger') : t('teams.makeLead'),
                    run: () =>
                      void attempt(() =>
                        peopleApi('PUT /api/v1/teams/:key/members/:id', {
                          params,
                          body: { isLead: !member.isLead },
                        }),
                      ),
                  },
                ]
              : []),
            {
              key: 'out',
              text: t('teams.takeOut'),
              run: () => void attempt(() => peopleApi('DELETE /api/v1/teams/:key/members/:id', { params })),
            },
          ]}
        />
      )}
    </li>
  )
}

/** Does it and shows the teams afresh; says why when it is refused. */
function useAttempt(): (work: () => Promise<unknown>) => Promise<void> {
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText(useRefusalWords())
  return async (work) => {
    try {
      await work()
      await queries.invalidateQueries({ queryKey: ['people'] })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
}
