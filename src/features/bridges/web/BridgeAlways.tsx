import { useQueryClient } from '@tanstack/react-query'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { useCommands } from '#ui/commands/commands.tsx'
import { useLive } from '#ui/live/live.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { bridgeKey } from './queries.ts'

/**
 * For everybody at the desk: the way to the bridge, and being told at once that one is called. Its words are the application's, as those
 * of the rail are: no page has to fetch all that bridges say for it.
 */
export function BridgeAlways() {
  const t = useWords('app')
  const go = useGo()
  const toast = useToast()
  const reader = useReader()
  const queries = useQueryClient()
  const mayCall = hasAnyRole(useSignedIn(), ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator'])
  // Without a subject it is not known that one is called, and nobody is told so.
  useLive('bridge-called', ({ subject, data }) => {
    if (subject !== null) {
      const name = textOf(data[t.language])
      const when = dayAndTime(textOf(data['startsAt']), new Date().toISOString(), reader)
      toast({ text: t('bridge.called', { name, when }), tone: 'warning' })
    }
    void queries.invalidateQueries({ queryKey: bridgeKey })
  })
  useLive('bridge-proposed', ({ subject }) => {
    if (subject !== null) toast({ text: t('bridge.proposed'), tone: 'warning' })
    void queries.invalidateQueries({ queryKey: bridgeKey })
  })
  useCommands([
    { id: 'bridges.go', label: t('bridge.go'), icon: PeopleTeamRegular, run: () => go('/bridge') },
    ...(mayCall
      ? [
          {
            id: 'bridges.call',
            label: t('bridge.call'),
            icon: PeopleTeamRegular,
            run: () => go('/bridge', { search: { call: '' } }),
          },
        ]
      : []),
  ])
  return null
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
