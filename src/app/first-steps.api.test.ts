import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOrganisation } from '#platform/database/transaction.ts'
import { createOrganisation } from '#features/people/server/actions.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { findDraft, saveDocument } from '#features/plan/server/store.ts'
import type { World } from '../../tests/security/world.ts'
import { makeWorld } from '../../tests/security/world.ts'
import { beginOrganisation } from './begin-organisation.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

/** A new organisation, whose administrator takes the first steps. */
async function beginning(name: string) {
  const { platform } = world
  const given = { name, language: 'nl', timeZone: 'UTC' } as const
  const { organisation } = await createOrganisation(platform, given, beginOrganisation)
  const orgId = organisation.id
  const root = await inOrganisation(platform, orgId, (tx) =>
    addPerson(tx, 'tierwise', { name: 'Root', email: 'root@new.example', roles: ['administrator'] }),
  )
  const within: (typeof world.home)['within'] = (work) => inOrganisation(platform, orgId, work)
  const who = await world.signInAs({ ...world.home, orgId, within }, root.id)
  const choose = (body: object) => world.ask(who, 'PATCH /api/v1/organisation', { body })
  const draft = async () => {
    const found = await within(findDraft)
    if (!found) throw new Error('There is no draft')
    return found
  }
  return { choose, draft, within, rootId: root.id }
}

test('the plan that nobody has touched keeps the time zone and the public holidays that the first steps ask for', async () => {
  const { choose, draft } = await beginning('First Steps')
  expect((await draft()).document.teams.supportHours[0]).toMatchObject({ timeZone: 'UTC' })
  const body = { name: 'Wiener Werke', timeZone: 'Europe/Vienna', country: 'AT', setUp: true }
  expect((await choose(body)).status).toBe(200)
  const { document, revision } = await draft()
  const [hours] = document.teams.supportHours
  expect(hours).toMatchObject({ timeZone: 'Europe/Vienna', holidays: { country: 'AT' } })
  expect(hours?.holidays.publicDays.map(({ date }) => date)).toContain('2026-10-26')
  expect(JSON.stringify(document)).toContain('Wiener Werke')
  expect(revision).toBe(2)
  await choose({ timeZone: 'Europe/Berlin', country: null })
  expect((await draft()).document.teams.supportHours[0]).toMatchObject({
    timeZone: 'Europe/Berlin',
    holidays: { country: null, publicDays: [] },
  })
})

test('the plan that somebody has touched stays as it is', async () => {
  const { choose, draft, within, rootId } = await beginning('Touched')
  await within(async (tx) => saveDocument(tx, await draft(), (await draft()).document, rootId))
  const before = await draft()
  expect((await choose({ timeZone: 'Europe/Vienna', country: 'AT', setUp: true })).status).toBe(200)
  expect(await draft()).toEqual(before)
})

test('a country that is not known is refused, and nothing is changed', async () => {
  const { choose, draft } = await beginning('Nowhere')
  const { body } = await choose({ timeZone: 'Europe/Vienna', country: 'XX' })
  expect(body.code).toBe('country-unknown')
  expect((await draft()).revision).toBe(1)
})
