import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { useSearchSource } from '#ui/commands/commands.tsx'
import { useWordRefs } from '#ui/words/words.ts'
import { peopleApi } from './queries.ts'

const label = { in: 'app', key: 'nav.people' } as const

/** Lets everyone who may look people up find them with Ctrl K. Speaks the rail's words: the catalogue of this feature is not needed yet. */
export function PeopleAlways() {
  const say = useWordRefs([label])
  useSearchSource({
    id: 'people',
    label: say(label),
    find: async (text, signal) => {
      const { people } = await peopleApi('GET /api/v1/people', {
        query: { search: text.slice(0, 120), limit: 5 },
        signal,
      })
      return people.map(({ id, name, email }) => ({
        id,
        title: name,
        detail: email,
        to: `/people/${id}`,
        icon: PersonRegular,
      }))
    },
  })
  return null
}
