import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knownIssues, reuseOf } from '#features/knowledge/server/actions.ts'
import { NotFound } from '#platform/errors.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import type { AidText } from '../domain/first-aid.ts'
import { countFirstAid, firstAidFor } from './first-aid.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const aids = (text: string, device: 'ios' | 'windows' | 'android' | null = null, language: 'nl' | 'en' = 'en') =>
  desk.within((tx) => firstAidFor(platform, tx, { text, platform: device, language }))

const texts = JSON.parse(readFileSync(new URL('./first-aid-texts.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, AidText>
>

describe('the words for requesters', () => {
  const issues = new Map(knownIssues().map((issue) => [issue.id, issue]))

  test.each(Object.entries(texts))(
    '%s belongs to what tier 1 solves, in both languages',
    (id, { title, steps }) => {
      expect(issues.get(id)).toMatchObject({ typicalTier: 1 })
      expect(title.nl && title.en && steps.nl.length > 0).toBeTruthy()
      expect(steps.nl).toHaveLength(steps.en.length)
    },
  )

  test('name no code, no admin centre and no tool of the desk', () => {
    expect(JSON.stringify(texts)).not.toMatch(/0x[0-9a-f]|dsregcmd|admin|entra|licen|powershell|AADSTS/i)
  })
})

describe('first aid', () => {
  test('comes by the code that somebody copied, in their language', async () => {
    expect(await aids('The screen says 0x80180010')).toEqual([
      expect.objectContaining({
        id: 'win-enroll-no-connectivity',
        title: 'Your computer cannot reach the service',
      }),
    ])
    const [dutch] = await aids('Op mijn scherm staat 80180010', null, 'nl')
    expect(dutch?.title).toBe('Je computer kan de dienst niet bereiken')
  })

  test('comes by words too', async () => {
    const found = await aids('The Company Portal says it is temporarily unavailable on my iPhone', 'ios')
    expect(found.map(({ id }) => id)).toContain('company-portal-temporarily-unavailable')
  })

  test('is none where the code is for another tier or another device', async () => {
    expect(await aids('It says 0x80180001')).toEqual([])
    expect(await aids('The screen says 0x80180010', 'ios')).toEqual([])
  })

  test('that worked counts as solved without a ticket, each time', async () => {
    const id = 'win-enroll-no-connectivity'
    await desk.within((tx) => countFirstAid(platform, tx, id))
    await desk.within((tx) => countFirstAid(platform, tx, id))
    const uses = await desk.within((tx) => reuseOf(tx, [id]))
    expect(uses.get(id)).toMatchObject({ firstAid: 2 })
    const hidden = desk.within((tx) => countFirstAid(platform, tx, 'win-enroll-message-format'))
    await expect(hidden).rejects.toBeInstanceOf(NotFound)
  })
})
