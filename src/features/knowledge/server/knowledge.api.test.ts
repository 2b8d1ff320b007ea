import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'
import type { FoundIssue, IssueDetail, Version } from '../contract/issue-view.ts'
import { draftFromDiagnosis, issueIndex, knownIssueExists, recordUse, reuseOf } from './actions.ts'
import { knowledgeRoutes } from './routes.ts'
import { supply, suppliedCatalogue, suppliedText } from './supplied.ts'
import { textView } from './views.ts'

const licence = 'win-user-licence-invalid'
const supplied = suppliedCatalogue()

let server: PlanServer
let orgId: string
let agent: string
let lead: string

beforeAll(async () => {
  server = await planServer((app) => knowledgeRoutes(app))
})
afterAll(() => server.close())
beforeEach(async () => {
  orgId = await server.newOrganisation()
  agent = await server.newPerson(orgId, 'Tess Tier', ['agent'])
  lead = await server.newPerson(orgId, 'Lies Lead', ['lead'])
})
afterEach(() => supply(supplied))

type Answered<Body> = { readonly status: number; readonly body: Body & { readonly code?: string } }

async function call<Body = IssueDetail>(
  person: string,
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: unknown,
) {
  return (await server.call(person, method, `/knowledge${url}`, body)) as unknown as Answered<Body>
}

const within = <Value>(work: Parameters<typeof inOrganisation<Value>>[2], org = orgId) =>
  inOrganisation(server.platform, org, work)

function given(id = licence): IssueDetail['text'] {
  const text = suppliedText(id)
  if (!text) throw new Error('It is supplied')
  return textView(text)
}

const read = async (id: string, person = agent) => (await call(person, 'GET', `/issues/${id}`)).body
const list = async (query: string) =>
  (await call<{ issues: FoundIssue[]; total: number }>(agent, 'GET', `/issues?${query}`)).body
const write = (person: string, id: string, seen: number, text: object | null, reason = 'better') =>
  call(person, 'POST', `/issues/${id}/versions`, { seen, text, reason })
const move = (person: string, id: string, what: string, seen: number, reason?: string) =>
  call(person, 'POST', `/issues/${id}/moves`, { move: what, seen, ...(reason ? { reason } : {}) })

describe('what Tierwise comes with', () => {
  test('is there for every organisation without being copied', async () => {
    expect((await list('limit=500')).total).toBe(333)
    const { rows } = await server.platform.owner.query('select from knowledge_issues where org_id = $1', [orgId])
    expect(rows).toHaveLength(0)
    expect(await read(licence)).toMatchObject({
      supplied: true,
      state: 'published',
      version: 0,
      suppliedText: null,
    })
  })

  test('is found by a code in any spelling, with why', async () => {
    for (const code of ['0x80180018', '2149056536', '-2145910760']) {
      const { issues } = await list(`q=${encodeURIComponent(`fout ${code}`)}`)
      expect(issues[0]).toMatchObject({ id: licence, why: expect.arrayContaining([{ kind: 'code', code }]) })
    }
  })

  test('gets an own text on top, in this organisation alone', async () => {
    const text = { ...given(), cause: { nl: 'Bij ons: groep vergeten.', en: 'Here: a group was forgotten.' } }
    const { status, body } = await write(lead, licence, 0, text)
    expect([status, body.version, body.state]).toEqual([200, 1, 'published'])
    expect((await read(licence)).text.cause.nl).toBe('Bij ons: groep vergeten.')
    expect((await list('from=changed')).issues.map(({ id }) => id)).toEqual([licence])
    const other = await server.newPerson(await server.newOrganisation(), 'Otto Other', ['agent'])
    expect((await read(licence, other)).text.cause.nl).toBe(given().cause.nl)
  })

  test('can be followed again; every text that was there stays readable', async () => {
    await write(lead, licence, 0, { ...given(), cause: { nl: 'Anders.', en: 'Otherwise.' } })
    const back = await write(lead, licence, 1, null, 'the supplied one is better')
    expect(back.body).toMatchObject({ lastVersion: 2, suppliedText: null, text: { cause: given().cause } })
    const { body } = await call<{ versions: Version[] }>(agent, 'GET', `/issues/${licence}/history`)
    expect(body.versions.map(({ version, text }) => [version, text?.cause.nl ?? null])).toEqual([
      [2, null],
      [1, 'Anders.'],
    ])
    expect(body.versions[1]?.changed).toEqual(['cause.nl', 'cause.en'])
  })

  test('that changes in a later release is followed where nobody edited; an edit stays, with what is new shown', async () => {
    const own = { ...given(), cause: { nl: 'Van ons.', en: 'Ours.' } }
    await write(lead, licence, 0, own)
    const later = supplied.issues.map((issue) =>
      issue.id === licence || issue.id === 'wipe-or-retire-pending'
        ? { ...issue, cause: { nl: 'Nieuw.', en: 'New.' }, symptom: { ...issue.symptom, en: 'New symptom.' } }
        : issue,
    )
    supply({ issues: later, byId: new Map(later.map((issue) => [issue.id, issue])), hash: 'later' })
    expect((await read('wipe-or-retire-pending')).text.cause.en).toBe('New.')
    const edited = await read(licence)
    expect(edited.text.cause.nl).toBe('Van ons.')
    expect(edited.text.symptom.en).toBe(own.symptom.en)
    expect(edited.suppliedNews).toEqual([
      { part: 'symptom.en', conflicts: false },
      { part: 'cause.nl', conflicts: true },
      { part: 'cause.en', conflicts: true },
    ])
    expect(edited.review).toContain('supplied-changed')
    const taken = await write(
      lead,
      licence,
      1,
      { ...own, symptom: { ...own.symptom, en: 'New symptom.' } },
      'took over',
    )
    expect(taken.body.suppliedNews).toEqual([])
    expect(taken.body.text).toMatchObject({ cause: { nl: 'Van ons.' }, symptom: { en: 'New symptom.' } })
  })

  test('can be put away: it is no longer found, and comes back', async () => {
    await move(lead, licence, 'archive', 0, 'not used here')
    expect((await list('q=80180018')).issues.map(({ id }) => id)).not.toContain(licence)
    expect((await list('state=archived')).issues.map(({ id }) => id)).toEqual([licence])
    expect(await within((tx) => knownIssueExists(tx, licence))).toBe(true)
    await move(lead, licence, 'restore', 0)
    expect((await list('q=80180018')).issues.map(({ id }) => id)).toContain(licence)
  })
})

describe('a proposal for what was supplied', () => {
  const proposed = (cause: string) => ({ ...given(), cause: { nl: cause, en: given().cause.en } })
  const versions = async () =>
    (await call<{ versions: Version[] }>(lead, 'GET', `/issues/${licence}/history`)).body.versions

  test('is shown beside the text in use before it is decided about, each time anew', async () => {
    await write(agent, licence, 0, proposed('Eerst zo.'))
    await write(agent, licence, 1, proposed('Toch zo.'))
    const waiting = await versions()
    expect(waiting.map(({ before }) => before?.cause.nl)).toEqual([given().cause.nl, given().cause.nl])
    expect(waiting.map(({ changed }) => changed)).toEqual([['cause.nl'], ['cause.nl']])
    await move(lead, licence, 'confirm', 2)
    await write(agent, licence, 2, proposed('Weer anders.'))
    expect((await versions())[0]?.before?.cause.nl).toBe('Toch zo.')
  })

  test('makes whoever proposed it the writer once it is in use, and nobody before', async () => {
    expect((await write(agent, licence, 0, proposed('Zo.'))).body.writtenBy).toBeNull()
    const { body } = await move(lead, licence, 'confirm', 1)
    expect(body).toMatchObject({ writtenBy: { name: 'Tess Tier' }, confirmedBy: { name: 'Lies Lead' } })
    const later = await write(lead, licence, 1, proposed('Beter.'))
    expect(later.body.writtenBy?.name).toBe('Lies Lead')
    expect((await write(lead, licence, 2, null)).body.writtenBy).toBeNull()
  })
})

describe('the supplied text again', () => {
  const half = () => ({ ...given(), cause: { nl: 'Alleen zo.', en: '' } })

  test('is published as it was supplied, though the text on top of it was not', async () => {
    expect((await write(lead, licence, 0, half())).body.state).toBe('confirmed')
    expect((await write(lead, licence, 1, null)).body).toMatchObject({ state: 'published', version: 0 })
  })

  test('of whoever may not confirm is so once it is confirmed', async () => {
    await write(lead, licence, 0, half())
    expect((await write(agent, licence, 1, null)).body).toMatchObject({ state: 'confirmed', proposed: 2 })
    expect((await move(lead, licence, 'confirm', 2)).body).toMatchObject({ state: 'published', version: 0 })
  })
})

const dutch = () => ({
  ...given(),
  codes: ['0x8018F00D'],
  symptom: { nl: 'De kassatablet weigert dienst.', en: '' },
  cause: { nl: 'De hoes raakt de knop.', en: '' },
  checks: { nl: [], en: [] },
  fix: { nl: ['Haal de hoes eraf.'], en: [] },
  source: null,
})

describe('what the organisation writes', () => {
  test('begins in one language, has a number, and is found at once', async () => {
    const { status, body } = await call(agent, 'POST', '/issues', { text: dutch() })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      number: 1,
      state: 'draft',
      missing: 'en',
      writtenBy: { name: 'Tess Tier' },
      review: ['draft'],
    })
    expect(body.text.symptom.en).toBe('De kassatablet weigert dienst.')
    expect(body.latest.symptom.en).toBe('')
    expect((await list('q=kasatablet')).issues[0]?.id).toBe(body.id)
    expect((await list('q=0x8018f00d')).issues[0]?.id).toBe(body.id)
    expect((await call(agent, 'POST', '/issues', { text: dutch() })).body.number).toBe(2)
  })

  test('is confirmed by somebody who may, published in both languages, and withdrawn', async () => {
    const { id } = (await call(agent, 'POST', '/issues', { text: dutch() })).body
    expect((await move(agent, id, 'confirm', 1)).body.code).toBe('not-yours-to-review')
    expect((await move(lead, id, 'confirm', 1)).body).toMatchObject({
      state: 'confirmed',
      confirmedBy: { name: 'Lies Lead' },
      moves: ['keep', 'archive'],
    })
    expect((await move(lead, id, 'publish', 1)).body.code).toBe('language-missing')
    const whole = {
      ...dutch(),
      symptom: { nl: 'De kassatablet weigert.', en: 'The till tablet refuses.' },
      cause: { nl: 'Hoes.', en: 'Cover.' },
      fix: { nl: ['Eraf.'], en: ['Off.'] },
    }
    await write(lead, id, 1, whole)
    expect((await move(lead, id, 'publish', 2)).body.state).toBe('published')
    expect((await move(lead, id, 'withdraw', 2)).body.state).toBe('confirmed')
  })

  test('that was confirmed is changed by others as a proposal, which waits', async () => {
    const { id } = (await call(agent, 'POST', '/issues', { text: dutch() })).body
    await move(lead, id, 'confirm', 1)
    const proposed = await write(agent, id, 1, { ...dutch(), cause: { nl: 'Toch de kabel.', en: '' } })
    expect(proposed.body).toMatchObject({ proposed: 2, version: 1, review: ['proposed', 'language-missing'] })
    expect(proposed.body.text.cause.nl).toBe('De hoes raakt de knop.')
    expect(proposed.body.latest.cause.nl).toBe('Toch de kabel.')
    expect((await move(lead, id, 'confirm', 2)).body).toMatchObject({
      proposed: null,
      version: 2,
      text: { cause: { nl: 'Toch de kabel.' } },
    })
  })

  test('by two at once is kept from the first alone', async () => {
    const { id } = (await call(agent, 'POST', '/issues', { text: dutch() })).body
    const texts = Array.from({ length: 8 }, (_, at) => ({ ...dutch(), cause: { nl: `Oorzaak ${at}`, en: '' } }))
    const answers = await Promise.all(texts.map((text) => write(agent, id, 1, text)))
    expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([
      200,
      ...Array(7).fill(409),
    ])
  })

  test('is refused where nothing is in it, nothing changed, or a field does not fit', async () => {
    const empty = { ...dutch(), symptom: { nl: ' ', en: '' } }
    expect((await call(agent, 'POST', '/issues', { text: empty })).body.code).toBe('nothing-written')
    const { id } = (await call(agent, 'POST', '/issues', { text: dutch() })).body
    expect((await write(agent, id, 1, dutch())).body.code).toBe('nothing-changed')
    expect(
      (await call(agent, 'POST', '/issues', { text: { ...dutch(), source: 'javascript:alert(1)' } })).status,
    ).toBe(400)
    expect((await call(agent, 'POST', '/issues', { text: { ...dutch(), platforms: [] } })).status).toBe(400)
    const sentence = { ...dutch(), codes: ['0x80180014', 'geen code zomaar'] }
    expect((await call(agent, 'POST', '/issues', { text: sentence })).status).toBe(400)
    expect((await write(agent, 'no-such-issue', 0, dutch())).status).toBe(404)
  })
})

describe('flags', () => {
  test('of agents await an answer of somebody who may review', async () => {
    const flagged = await call(agent, 'POST', `/issues/${licence}/flags`, { comment: 'Stap 2 klopt niet meer.' })
    const [flag] = flagged.body.flags
    expect(flagged.body.review).toEqual(['flagged'])
    const settle = (who: string) =>
      call(who, 'POST', `/issues/${licence}/flags/${flag?.id}/settle`, { answer: 'Aangepast.' })
    expect((await settle(agent)).body.code).toBe('not-yours-to-review')
    expect((await settle(lead)).body).toMatchObject({ review: [], flags: [{ settled: { answer: 'Aangepast.' } }] })
    expect((await settle(lead)).status).toBe(404)
  })

  test('and all else that waits is one list', async () => {
    await call(agent, 'POST', `/issues/${licence}/flags`, { comment: 'Nee.' })
    await call(agent, 'POST', '/issues', { text: dutch() })
    const { body } = await call<{ issues: FoundIssue[]; counts: Record<string, number> }>(lead, 'GET', '/review')
    expect(body.issues).toHaveLength(2)
    expect(body.counts).toMatchObject({ flagged: 1, draft: 1, proposed: 0 })
  })
})

describe('a diagnosis', () => {
  const diagnosed = {
    title: 'Werkprofiel blijft hangen op de nieuwe firmware',
    rootCause: 'De batterijbesparing stopt de app.',
    solution: 'Zet de besparing uit.',
    codes: ['0x8018BEEF'],
    platform: 'android',
    areas: [],
    graphFailureCategory: null,
    language: 'nl',
  } as const

  test('becomes a draft in one step, in the transaction of its move', async () => {
    const ticketId = newId()
    const id = await within((tx) => draftFromDiagnosis(tx, { ...diagnosed, byPerson: agent, ticketId }))
    expect(await read(id)).toMatchObject({
      state: 'draft',
      number: 1,
      ticketId,
      missing: 'en',
      platforms: ['android'],
    })
    const index = await within((tx) => issueIndex(server.platform, tx))
    expect(index.search('werkprofiel hangt firmware')[0]?.issue.id).toBe(id)
    expect(index.withCodes(['0x8018beef']).map((issue) => issue.id)).toEqual([id])
  })

  test('that is taken back leaves none, and no index that knows it', async () => {
    const failing = within(async (tx) => {
      const id = await draftFromDiagnosis(tx, { ...diagnosed, byPerson: agent, ticketId: newId() })
      expect((await issueIndex(server.platform, tx)).byId(id)).not.toBeNull()
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect((await within((tx) => issueIndex(server.platform, tx))).all()).toHaveLength(333)
  })
})

describe('use', () => {
  test('is counted once per ticket and kind; the last word on whether it helped counts', async () => {
    const [first, second] = [newId(), newId()]
    await within(async (tx) => {
      const use = { issueId: licence, ticketId: first, personId: agent, tier: 1 }
      for (const kind of ['linked', 'linked', 'not-helped', 'helped'] as const)
        await recordUse(tx, { ...use, kind })
      await recordUse(tx, { ...use, ticketId: second, kind: 'not-helped' })
    })
    const reuse = await within((tx) => reuseOf(tx, [licence]))
    expect(reuse.get(licence)).toMatchObject({ linked: 1, helped: 1, notHelped: 1, firstAid: 0 })
    expect((await read(licence)).uses.map(({ ticketId }) => ticketId)).toContain(second)
  })
})

describe('resources', () => {
  test('stand with their issue, their tier, or for everybody', async () => {
    const add = (body: object) =>
      call<{ id: string }>(agent, 'POST', '/resources', {
        kind: 'forum',
        title: 'Forum',
        url: 'https://example.com',
        ...body,
      })
    await add({ tier: 1 })
    await add({ tier: 3 })
    await add({})
    expect((await add({ tier: 7 })).status).toBe(400)
    const { body: own } = await add({ issueId: licence })
    expect((await read(licence)).resources.map(({ tier, issueId }) => [tier, issueId])).toEqual([
      [null, licence],
      [1, null],
      [null, null],
    ])
    expect((await call(agent, 'DELETE', `/resources/${own.id}`)).status).toBe(204)
    expect((await add({ url: 'ftp://example.com' })).status).toBe(400)
    expect((await add({ issueId: 'no-such-issue' })).status).toBe(404)
  })
})
