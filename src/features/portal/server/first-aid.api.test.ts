import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DevicePlatform } from '#features/knowledge/domain/known-issue.ts'
import { reuseOf } from '#features/knowledge/server/actions.ts'
import { writeVersion } from '#features/knowledge/server/keep.ts'
import { suppliedText } from '#features/knowledge/server/supplied.ts'
import type { Language } from '#features/people/domain/person.ts'
import { NotFound } from '#platform/errors.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { countFirstAid, firstAidFor } from './first-aid.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const aids = (text: string, device: DevicePlatform | null = null, language: Language = 'en') =>
  desk.within((tx) => firstAidFor(platform, tx, { text, platform: device, language }))

describe('first aid', () => {
  test('comes by the code that somebody copied, in their language, also where nothing else is written', async () => {
    expect(await aids('The screen says 0x80180010')).toEqual([
      expect.objectContaining({
        id: 'win-enroll-no-connectivity',
        title: 'Your computer cannot reach the service',
      }),
    ])
    const [dutch] = await aids('80180010', null, 'nl')
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

  test('that worked counts as solved without a ticket, once a day for each person', async () => {
    const issueId = 'win-enroll-no-connectivity'
    const worked = (who: PersonName, id = issueId) =>
      desk.within((tx) => countFirstAid(platform, tx, { issueId: id, personId: desk.people[who].id }))
    const counted = async () => (await desk.within((tx) => reuseOf(tx, [issueId]))).get(issueId)?.firstAid
    for (const who of ['ada', 'ada', 'bob', 'ada'] as const) await worked(who)
    expect(await counted()).toBe(2)
    platform.clock.advance({ days: 1 })
    await worked('ada')
    expect(await counted()).toBe(3)
    await expect(worked('ada', 'win-enroll-message-format')).rejects.toBeInstanceOf(NotFound)
  })

  test('is what the organisation says helps, once it wrote that itself', async () => {
    const id = 'company-portal-version-too-old'
    const report = 'My phone says that the Company Portal app is too old, the version must be newer'
    const text = suppliedText(id)
    if (!text) throw new Error('It is supplied')
    const write = (fix: typeof text.fix, seen: number) =>
      desk.within((tx) =>
        writeVersion(tx, desk.people.max.id, id, { text: { ...text, fix }, seen, reason: 'Ours' }),
      )
    const steps = async () => (await aids(report)).find((aid) => aid.id === id)?.steps
    expect((await steps())?.length).toBeGreaterThan(1)
    await write({ nl: ['Bel 4444.'], en: ['Call 4444.'] }, 0)
    expect(await steps()).toEqual(['Call 4444.'])
  })
})

type Report = { readonly language: Language; readonly text: string; readonly right: readonly string[] }

/** Reports as people write them: `language | report | issues whose first aid is right`, or `-` where none is. */
const reports: readonly Report[] = readFileSync(join(import.meta.dirname, 'first-aid-reports.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [language, text = '', right = '-'] = line.split(' | ')
    return { language: language === 'nl' ? 'nl' : 'en', text, right: right === '-' ? [] : right.split(' ') }
  })

describe('what people report', () => {
  const others = reports.filter(({ right }) => right.length === 0)
  const ours = reports.filter(({ right }) => right.length > 0)

  test.each<DevicePlatform | null>([null, 'windows', 'ios', 'android', 'macos'])(
    'gets hardly ever first aid for what it is not about, with the device %s',
    async (device) => {
      const wrong: string[] = []
      for (const { text, language } of others) {
        const [aid] = await aids(text, device, language)
        if (aid) wrong.push(`${text} → ${aid.id}`)
      }
      expect(others.length).toBeGreaterThan(100)
      expect(wrong.slice(device === null ? 2 : 3)).toEqual([])
    },
  )

  test('gets the right first aid mostly where there is any', async () => {
    const missed: string[] = []
    for (const { text, language, right } of ours) {
      const found = await aids(text, null, language)
      if (!found.some(({ id }) => right.includes(id))) missed.push(text)
    }
    expect(missed.slice(ours.length * 0.15)).toEqual([])
  })
})
