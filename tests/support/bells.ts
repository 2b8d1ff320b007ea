import type { TestDesk } from './test-desk.ts'
import type { TestPlatform } from './test-platform.ts'

type Belled = { readonly platform: Pick<TestPlatform, 'owner'>; readonly desk: Pick<TestDesk, 'orgId' | 'people'> }

/** What a feature has in whose bell: `Mira: agree.wipe`, in order of name. */
export async function bellsOf({ platform, desk }: Belled, teller: string): Promise<string[]> {
  const { rows } = await platform.owner.query<{ personId: string; kind: string }>(
    'select person_id as "personId", kind from notices where org_id = $1 and teller = $2',
    [desk.orgId, teller],
  )
  const names = new Map(Object.values(desk.people).map(({ id, name }) => [id, name]))
  return rows.map(({ personId, kind }) => `${names.get(personId) ?? 'a stranger'}: ${kind}`).toSorted()
}
