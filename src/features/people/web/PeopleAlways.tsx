import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { useSearchSource } from '#ui/commands/commands.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { staffRoles } from '../domain/person.ts'
import { peopleApi } from './queries.ts'

/** Lets everyone who may look people up find them with Ctrl K. */
export function PeopleAlways() {
  return hasAnyRole(useSignedIn(), staffRoles) ? <PeopleSearch /> : null
}

function PeopleSearch() {
  const t = useWords('people')
  useSearchSource({
    id: 'people',
    label: t('people.title'),
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
