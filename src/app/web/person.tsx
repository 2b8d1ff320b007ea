import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { peopleContract } from '#features/people/contract.ts'
import { client, whenSignedOut } from '#ui/api/client.ts'
import { ApiProblem } from '#ui/api/problem.ts'
import { liveStream } from '#ui/live/live.tsx'
import {
  type PersonActions,
  type SignedInPerson,
  SignedInProvider,
  type ThemeChoice,
} from '#ui/person/signed-in.tsx'
import { onSwitchElsewhere } from '#ui/person/practice-switch.ts'
import { ThemeRoot } from '#ui/theme/ThemeRoot.tsx'
import { speak } from '#ui/words/words.ts'
import { remembered } from './remembered.ts'

const api = client<typeof peopleContract>()

/** The query under which the signed-in person is kept; invalidate it after signing in. */
export const meKey = ['me'] as const

async function whoAmI(): Promise<SignedInPerson | null> {
  try {
    const me = await api('GET /api/v1/me')
    return { ...me, timeZone: me.organisation.timeZone }
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Asked for before the first render, so that it comes in beside the scripts. */
export const meQuery = { queryKey: meKey, queryFn: whoAmI, staleTime: 5 * 60_000 } as const

/** Knows who looks at the pages, speaks their language, wears their theme, and keeps the live stream open for them. */
export function PersonRoot({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const { data: person } = useSuspenseQuery(meQuery)
  const [theme, setTheme] = useState<ThemeChoice>(remembered.theme())
  const worn = person?.theme ?? theme

  useEffect(() => {
    whenSignedOut(() => queries.setQueryData(meKey, null))
  }, [queries])

  const language = person?.language
  useEffect(() => {
    if (!language) return
    remembered.setLanguage(language)
    void speak(language)
  }, [language])

  useEffect(() => {
    remembered.setTheme(worn)
  }, [worn])

  const signedIn = person !== null && !person.lacksSecondFactor
  useEffect(() => {
    if (!signedIn) return undefined
    liveStream.start()
    return liveStream.stop
  }, [signedIn])

  // What one tab enters or leaves, all tabs of the browser enter or leave.
  useEffect(() => onSwitchElsewhere(() => location.reload()), [])

  const actions = useMemo<PersonActions>(() => {
    const change = async (part: { language?: 'nl' | 'en'; theme?: ThemeChoice }) => {
      const before = queries.getQueryData<SignedInPerson | null>(meKey)
      if (!before) return
      queries.setQueryData(meKey, { ...before, ...part })
      await api('PATCH /api/v1/me', { body: part })
    }
    return {
      setLanguage: async (wanted) => {
        remembered.setLanguage(wanted)
        await speak(wanted)
        await change({ language: wanted })
      },
      setTheme: async (wanted) => {
        remembered.setTheme(wanted)
        setTheme(wanted)
        await change({ theme: wanted })
      },
      signOut: async () => {
        await api('POST /api/v1/sign-out', { body: {} })
        queries.clear()
        location.assign('/sign-in')
      },
    }
  }, [queries])

  return (
    <SignedInProvider person={person} actions={actions}>
      <ThemeRoot choice={worn}>{children}</ThemeRoot>
    </SignedInProvider>
  )
}
