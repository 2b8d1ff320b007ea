import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personById, personByEmail } from '#features/people/server/actions.ts'
import { type TenantDesk, tenantDesk } from '../../../../../tests/support/tenant-server.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { entraIdOf } from '../actions.ts'
import { directoryRound } from './round.ts'

let desk: TenantDesk
let view: DirectoryView
beforeAll(async () => {
  desk = await tenantDesk()
  await desk.connect()
})
afterAll(() => desk.close())
beforeEach(() => desk.simulator.control.noFaults())

const pilot = 'Intune-Wave-01-Pilot'
const round = () => directoryRound(desk.platform, desk.desk.orgId)
const shown = async (): Promise<DirectoryView> => (await desk.call('root', 'GET', '/api/v1/tenant/directory')).body
const person = (who: 'ada' | 'bob' | 'tess') => desk.desk.within((tx) => personById(tx, desk.desk.people[who].id))

async function choose(names: readonly string[], key = (name: string) => name): Promise<void> {
  const groups = []
  for (const name of names) {
    const { body } = await desk.call(
      'root',
      'GET',
      `/api/v1/tenant/directory/groups?begins=${encodeURIComponent(name)}`,
    )
    groups.push({ ...body.groups[0], key: key(name) })
  }
  const { status } = await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups })
  expect(status).toBe(200)
}

describe('people and groups from Entra ID', () => {
  test('put people in the group that a wave names, and link whoever is known by their address', async () => {
    await choose([pilot], () => 'pilot')
    expect(await round()).toBe('done')
    view = await shown()
    expect(view).toMatchObject({ state: 'works', failure: null, groups: [{ name: pilot, key: 'pilot' }] })
    expect(view.outcome).toMatchObject({ linked: 13, added: 0, whole: true })
    expect(view.groups[0]?.people).toBe(13)
    const ada = await person('ada')
    expect(ada?.groups).toEqual(['pilot'])
    expect(ada?.roles).toEqual(['requester'])
    const entraId = await desk.desk.within((tx) => entraIdOf(tx, ada?.id ?? ''))
    expect(entraId).toBe((await desk.simulator.control.person('ada@contoso.example')).user.id)
  })

  test('change nothing where nothing changed, by two calls', async () => {
    await desk.simulator.control.resetCounters()
    expect(await round()).toBe('done')
    expect((await shown()).outcome).toEqual({
      added: 0,
      linked: 0,
      renamed: 0,
      regrouped: 0,
      disabled: 0,
      enabled: 0,
      unreadable: 0,
      whole: false,
    })
    const { latest } = await desk.simulator.control.counters()
    expect(latest.filter(({ path }) => !path.includes('/oauth2/'))).toHaveLength(2)
  })

  test('follow a new name and address by the id, and whoever joins and leaves', async () => {
    await desk.simulator.control.renamePerson('ada@contoso.example', {
      name: 'Ada de Boer',
      address: 'ada.deboer@contoso.example',
    })
    await desk.simulator.control.membership('bob@contoso.example', pilot, false)
    expect(await round()).toBe('done')
    expect((await shown()).outcome).toMatchObject({ renamed: 1, regrouped: 1, whole: false })
    expect(await person('ada')).toMatchObject({ name: 'Ada de Boer', email: 'ada.deboer@contoso.example' })
    expect((await person('bob'))?.groups).toEqual([])
    await desk.simulator.control.membership('bob@contoso.example', pilot, true)
    await round()
    expect((await person('bob'))?.groups).toEqual(['pilot'])
  })

  test('leave staff as they are, whatever happens there', async () => {
    await desk.simulator.control.renamePerson('tess@contoso.example', {
      name: 'Tess Anders',
      address: 'tess.anders@contoso.example',
    })
    await round()
    expect(await person('tess')).toMatchObject({ name: 'Tess', email: 'tess@contoso.example', disabledAt: null })
    await desk.simulator.control.removePerson('tess.anders@contoso.example')
    await round()
    expect(await person('tess')).toMatchObject({ name: 'Tess', disabledAt: null, groups: [] })
  })

  test('disable a requester who is gone', async () => {
    await desk.simulator.control.removePerson('bob@contoso.example')
    await round()
    expect((await shown()).outcome).toMatchObject({ disabled: 1 })
    expect((await person('bob'))?.disabledAt).not.toBeNull()
  })

  test('begin again where the links are too old, and lose nobody', async () => {
    const before = await person('ada')
    await desk.simulator.control.fault('delta', { share: 1 })
    for (let turn = 0; turn < 8; turn += 1) {
      expect(await round()).toBe('done')
      expect(await person('ada')).toEqual(before)
    }
    await desk.simulator.control.noFaults()
    await round()
    expect(await person('ada')).toEqual(before)
    expect((await shown()).groups[0]?.people).toBe(11)
  })

  test('read everything anew where Microsoft answers at another address, and lose nobody', async () => {
    const before = await person('ada')
    await desk.platform.owner.query(
      `update tenant_directories set users_link = replace(users_link, ':' || $1, ':9'),
         groups_link = replace(groups_link, ':' || $1, ':9')`,
      [new URL(desk.simulator.url).port],
    )
    expect(await round()).toBe('done')
    expect((await shown()).outcome).toMatchObject({ whole: true })
    const { graphUrl } = desk.simulator.connection
    await desk.connect({ graphUrl: graphUrl.replace('127.0.0.1', 'localhost') })
    const links = 'select users_link as users, groups_link as groups from tenant_directories'
    expect((await desk.platform.owner.query(links)).rows).toEqual([{ users: null, groups: null }])
    await desk.connect()
    expect(await round()).toBe('done')
    expect((await shown()).outcome).toMatchObject({ whole: true })
    expect(await person('ada')).toEqual(before)
  })

  test('notice who went while the links were too old', async () => {
    const { email, id } = desk.desk.people.uma
    await desk.platform.owner.query('delete from memberships where person_id = $1', [id])
    await desk.platform.owner.query(`update persons set roles = '{requester}' where id = $1`, [id])
    await desk.simulator.control.removePerson(email)
    await desk.platform.owner.query('update tenant_directories set users_link = null')
    await round()
    expect((await shown()).outcome).toMatchObject({ disabled: 1, whole: true })
    expect((await desk.desk.within((tx) => personById(tx, id)))?.disabledAt).not.toBeNull()
  })

  test.each(['GroupMember.Read.All', 'User.Read.All'])(
    'stay as they were without %s, which is named, and follow again with it',
    async (permission) => {
      const before = await person('ada')
      await desk.simulator.control.fault('permission', { permission })
      expect(await round()).toBe('failed')
      expect(await shown()).toMatchObject({ state: 'failed', failure: { code: 'permission-missing', permission } })
      expect(await person('ada')).toEqual(before)
      await desk.simulator.control.noFaults()
      expect(await round()).toBe('done')
      expect(await shown()).toMatchObject({ state: 'works', failure: null })
    },
  )

  test('stay as they were while Microsoft cannot be reached', async () => {
    const before = await person('ada')
    await desk.simulator.control.outage('refuse')
    expect(await round()).toBe('failed')
    expect((await shown()).failure?.code).toBe('unreachable')
    await desk.simulator.control.outage('none')
    expect(await round()).toBe('done')
    expect(await person('ada')).toEqual(before)
  })

  test('follow another name for the wave, and leave the group when nobody wants it any more', async () => {
    await choose([pilot], () => 'first-wave')
    expect(await round()).toBe('done')
    expect((await person('ada'))?.groups).toEqual(['first-wave'])
    await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups: [] })
    await round()
    expect((await person('ada'))?.groups).toEqual([])
    expect(await shown()).toMatchObject({ state: 'off', groups: [] })
    expect(await round()).toBe('off')
  })

  test('a choice that is made while a round runs wins', async () => {
    await choose([pilot], () => 'pilot')
    await desk.simulator.control.outage('slow', 150)
    const running = round()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups: [] })
    expect(await running).toBe('changed')
    await desk.simulator.control.outage('none')
    expect((await person('ada'))?.groups).toEqual([])
  })

  test('somebody unknown is made a requester, in the language of the organisation', async () => {
    const { body } = await desk.call('root', 'PUT', '/api/v1/tenant/directory', { groups: [] })
    expect(body.state).toBe('off')
    await desk.desk.within(({ db }) =>
      db
        .updateTable('persons')
        .set({ email: 'old@elsewhere.example' })
        .where('email', '=', 'tom@contoso.example')
        .execute(),
    )
    await desk.desk.within(({ db }) => db.deleteFrom('tenant_persons').execute())
    await choose([pilot])
    await round()
    expect((await shown()).outcome).toMatchObject({ added: 1 })
    const tom = await desk.desk.within((tx) => personByEmail(tx, 'tom@contoso.example'))
    expect(tom).toMatchObject({ roles: ['requester'], language: 'nl', groups: [pilot] })
  })
})
