import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import type { Job } from '#platform/jobs/enqueue.ts'
import { draftFromDiagnosis } from './actions.ts'
import { knowledgeJobs } from './jobs.ts'
import { answerFlag, flagIssue, moveIssue, writeVersion } from './keep.ts'
import { knowledgeNotices } from './notices.ts'
import { flagsOf } from './store/flags.ts'
import { suppliedText } from './supplied.ts'

const licence = 'win-user-licence-invalid'
/** Leads, the plan owner, and whoever is certified for tier 3. */
const reviewers = ['Leo', 'Lies', 'Max', 'Mira', 'Pia']

let platform: TestPlatform
let desk: TestDesk
let desks = 0

beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desks += 1
  desk = await testDesk(platform, { name: `Contoso ${desks}` })
})

const bells = () => bellsOf({ platform, desk }, 'knowledge')
const of = (kind: string, names: readonly string[]) => names.map((name) => `${name}: ${kind}`)
const id = (name: PersonName) => desk.people[name].id
const moves = (who: PersonName, move: 'confirm' | 'decline' | 'propose' | 'keep', seen: number, issue = licence) =>
  desk.within((tx) =>
    moveIssue(tx, id(who), issue, { move, seen, reason: move === 'decline' ? 'Too short' : null }),
  )
const text = () => {
  const supplied = suppliedText(licence)
  if (!supplied) throw new Error('It is supplied')
  return supplied
}
const writes = (who: PersonName, seen: number, words: string) =>
  desk.within((tx) =>
    writeVersion(tx, id(who), licence, {
      ...{ seen, reason: words },
      text: { ...text(), symptom: { nl: `${words} in het Nederlands`, en: `${words} in English` } },
    }),
  )
const diagnosed = () =>
  desk.within((tx) =>
    draftFromDiagnosis(tx, {
      ...{ byPerson: id('mira'), ticketId: newId(), title: 'Old phones count', rootCause: 'They count' },
      ...({ solution: 'Remove them', codes: [], platform: 'ios', language: 'en' } as const),
      ...{ areas: [], graphFailureCategory: null },
    }),
  )
const passes = async (days: number) => {
  platform.clock.advance({ hours: days * 24 })
  await (knowledgeJobs['knowledge.reviews-due'] as Job)(platform, {} as never, { isLast: false })
}

describe('whoever may review a known issue hears', () => {
  test('of a draft, until one of them has decided; who wrote it hears nothing, nor who may not review', async () => {
    const issue = await diagnosed()
    expect(await bells()).toEqual(of('draft', ['Leo', 'Lies', 'Max', 'Pia']))
    await moves('lies', 'confirm', 1, issue)
    expect(await bells()).toEqual([])
  })

  test('of a change that somebody else proposes, and its writer when it is sent back, until there is another', async () => {
    await writes('tess', 0, 'One')
    expect(await bells()).toEqual(of('proposed', reviewers))
    await moves('max', 'decline', 1)
    expect(await bells()).toEqual(['Tess: sent-back'])
    await writes('tess', 1, 'Two')
    expect(await bells()).toEqual(of('proposed', reviewers))
  })

  test('that something is not right, until it is answered', async () => {
    await desk.within((tx) => flagIssue(tx, id('tess'), licence, 'Step 2 is gone'))
    expect(await bells()).toEqual(of('flagged', reviewers))
    await desk.within(async (tx) => {
      const [flag] = await flagsOf(tx, licence)
      await answerFlag(tx, id('leo'), { issueId: licence, flagId: flag?.id ?? '', answer: 'Mended' })
    })
    expect(await bells()).toEqual([])
  })

  test('of reviews that are due, as one notice with their number, until all are done', async () => {
    await writes('lies', 0, 'One')
    await passes(364)
    expect(await bells()).toEqual([])
    await passes(1)
    await passes(1)
    expect(await bells()).toEqual(of('overdue', reviewers))
    const shown = await desk.within(async (tx) => {
      const reader = { personId: id('lies'), roles: ['lead'], language: 'nl' as const }
      return [...(await knowledgeNotices(tx, reader, await newestNotices(tx, id('lies')))).values()]
    })
    expect(shown).toEqual([{ link: '/knowledge/review', title: null, values: { count: 1 } }])
    await moves('lies', 'keep', 1)
    expect(await bells()).toEqual([])
  })
})

test('a notice names the issue by what one sees, in the language of the reader, and nothing to requesters', async () => {
  await desk.within((tx) => flagIssue(tx, id('tess'), licence, 'Step 2 is gone'))
  const shown = (roles: readonly string[], language: 'nl' | 'en') =>
    desk.within(async (tx) => {
      const reader = { personId: id('lies'), roles, language }
      return [...(await knowledgeNotices(tx, reader, await newestNotices(tx, id('lies')))).values()]
    })
  expect(await shown(['lead'], 'nl')).toEqual([{ link: `/knowledge/${licence}`, title: text().symptom.nl }])
  expect(await shown(['lead'], 'en')).toEqual([{ link: `/knowledge/${licence}`, title: text().symptom.en }])
  expect(await shown(['requester'], 'en')).toEqual([])
})
