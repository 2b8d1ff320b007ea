import type { BridgesOverview } from '#features/bridges/contract/meetings.ts'
import type { RoomView } from '#features/bridges/contract/room.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { begins, fillsEvidence, sends } from '../support/browser-journey-moves.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { linkIn, type MailPeer, mailPeer } from '../support/mail-peer.ts'

/**
 * A standing bridge in the first wave: three tiers, each in a browser of their own. Without tier 2 it cannot decide; with it the cause
 * is found on the bridge, all who are there have taken note, and everybody gets the minutes by mail in their language.
 */
test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let desk: Desk
let post: MailPeer
let root: Colleague
let tess: Colleague
let joris: Colleague
let mira: Colleague
let ada: Colleague
let room = ''
let number = 0

test.beforeAll(async ({ browser }) => {
  post = await mailPeer()
  desk = await startDesk()
  root = await administrator(browser, desk, 'nl')
  const agent = (name: string, language: 'nl' | 'en', team: string, tier: number, isLead = false) =>
    joins(browser, desk, root, {
      ...{ name, language, team, tier, isLead, email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example` },
      roles: ['requester', 'agent', ...(isLead ? ['lead'] : [])],
    })
  tess = await agent('Tess Bakker', 'nl', 'servicedesk', 1)
  joris = await agent('Joris Prins', 'en', 'support-specialists', 2)
  mira = await agent('Mira Jansen', 'nl', 'mdm-team', 3, true)
  ada = await joins(browser, desk, root, { name: 'Ada Visser', email: 'ada@contoso.example', language: 'en' })
  await root.api('POST', '/api/v1/mailboxes', {
    ...{
      address: 'helpdesk@contoso.example',
      name: 'Helpdesk Contoso',
      receives: 'none',
      unknownSenders: 'quarantine',
    },
    smtp: { host: '127.0.0.1', port: post.world.port, security: 'none', allowPrivate: true },
  })
  await publishWaveOne()
})
test.afterAll(async () => {
  await desk?.stop()
  await post?.close()
})

/** The starter plan three weeks on, in its first wave, with a bridge within the hour. */
async function publishWaveOne(): Promise<void> {
  type Draft = { readonly revision: number; readonly document: SupportPlan }
  const { revision, document } = await root.api<Draft>('GET', '/api/v1/plan/draft')
  const [, first] = document.involvement.phases
  const back = Math.round((Date.parse(first?.starts ?? '') - Date.now()) / 86_400_000) + 5
  const earlier = (text: string) =>
    text.replace(/"(\d{4}-\d\d-\d\d)"/g, (_, day: string) => `"${dayAfter(day, -back)}"`)
  const soon = new Date(Date.now() + 40 * 60_000)
  const weekly = [{ day: soon.getUTCDay() || 7, at: soon.toISOString().slice(11, 16) }]
  const { bridges, ...involvement } = document.involvement
  const moved = JSON.parse(earlier(JSON.stringify(involvement))) as typeof involvement
  // A bridge does not meet on a holiday of the tiers it needs, and the journey may run on one.
  const supportHours = document.teams.supportHours.map((one) => ({
    ...one,
    holidays: { ...one.holidays, country: null, publicDays: [] },
  }))
  const changed: SupportPlan = {
    ...document,
    teams: { ...document.teams, supportHours },
    training: JSON.parse(earlier(JSON.stringify(document.training))) as SupportPlan['training'],
    involvement: { ...moved, bridges: bridges.map((one) => ({ ...one, weekly, timeZone: 'UTC' })) },
  }
  const saved = await root.api<Draft>('PUT', '/api/v1/plan/draft', { revision, document: changed })
  await root.api('POST', '/api/v1/plan/draft/publish', { revision: saved.revision, reason: 'Golf 1 is bezig' })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const roomNow = () => mira.api<RoomView>('GET', `/api/v1/bridges/meetings/${room}/room`)

test('an issue of wave 1 is handed up and comes on the agenda of the standing bridge', async () => {
  const opened = await ada.api<{ number: number; id: string }>('POST', '/api/v1/tickets', {
    subject: 'iPhone enrollment stops at "Device limit reached"',
    description: 'It stops with code 0x80180013.',
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  number = opened.number
  await tess.page.goto(`/tickets/${number}`)
  await tess.api('POST', `/api/v1/tickets/${opened.id}/moves`, { move: { move: 'claim' } })
  await tess.page.reload()
  const dialog = await begins(tess, 'escalate', { tier: 2 })
  await dialog.getByLabel(tess.say('tickets', 'moves.escalate.asked')).fill('Waarom tellen oude toestellen mee?')
  await fillsEvidence(dialog)
  await sends(tess)
  await expect
    .poll(
      async () => {
        const { coming } = await mira.api<BridgesOverview>('GET', '/api/v1/bridges')
        room = coming[0]?.meeting.id ?? ''
        if (room !== '') await mira.api('POST', `/api/v1/bridges/meetings/${room}/agenda/refresh`)
        return room === '' ? [] : (await roomNow()).agenda.map(({ ticket }) => ticket?.number)
      },
      { timeout: 60_000 },
    )
    .toContain(number)
})

test('before it begins the room shows what it is about', async () => {
  await root.page.goto(`/bridge/${room}`)
  await expectEveryLook(root.page, 'bridge-room-planned', {
    settled: (page) => page.getByText(`T-${number} `).first().waitFor(),
    except: byPeople,
  })
})

test('tiers 1 and 3 come; without tier 2 there is no quorum, and the bridge cannot decide', async () => {
  for (const { page, say } of [tess, mira]) {
    await page.goto(`/bridge/${room}`)
    await page.getByRole('button', { name: say('bridges', 'room.join'), exact: true }).click()
    await page.getByText(say('bridges', 'room.youTakePart')).waitFor()
  }
  const { page, say } = mira
  await page.getByRole('button', { name: say('bridges', 'room.begin'), exact: true }).click()
  await page.getByRole('button', { name: say('bridges', 'room.firstItem'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(`T-${number} `) })).toBeVisible()
  await expect(page.getByText(say('bridges', 'room.quorumIs.lacking'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('bridges', 'room.decide.open') })).toHaveCount(0)
  await expect(tess.page.getByRole('heading', { level: 2, name: new RegExp(`T-${number} `) })).toBeVisible()
})

test('tier 2 joins: everybody sees that there is quorum', async () => {
  await joris.page.goto(`/bridge/${room}`)
  await joris.page.getByText(joris.say('bridges', 'room.youLookOn')).waitFor()
  await joris.page.getByRole('button', { name: joris.say('bridges', 'room.join'), exact: true }).click()
  for (const { page, say } of [tess, joris, mira])
    await expect(page.getByText(say('bridges', 'room.quorumIs.held'))).toBeVisible()
})

test('three write in the notes at once; all end with the same, and nothing is lost', async () => {
  const box = ({ page, say }: Colleague) => page.getByRole('textbox', { name: say('bridges', 'room.notes') })
  const writers = [
    { who: tess, text: 'Tess: veertig toestellen in golf 1. ' },
    { who: joris, text: 'Joris: retired devices still count. ' },
    { who: mira, text: 'Mira: de limiet staat op tien. ' },
  ]
  await Promise.all(
    writers.map(async ({ who, text }) => {
      await box(who).click()
      await who.page.keyboard.type(text, { delay: 20 })
    }),
  )
  const signs = (text: string) => [...text].toSorted().join('')
  await expect
    .poll(async () => {
      const shown = await Promise.all(writers.map(({ who }) => box(who).textContent()))
      return new Set(shown).size === 1 ? signs(shown[0] ?? '') : ''
    })
    .toBe(signs(writers.map(({ text }) => text).join('')))
})

test('what is typed without a connection is kept, and goes out when it is back; Tab leaves the notes', async () => {
  const box = ({ page, say }: Colleague) => page.getByRole('textbox', { name: say('bridges', 'room.notes') })
  await tess.context.setOffline(true)
  await box(tess).click()
  await tess.page.keyboard.press('Control+End')
  await tess.page.keyboard.type('Getypt in de trein.')
  await tess.page.getByText(tess.say('bridges', 'room.sync.unreachable')).waitFor()
  await tess.page.keyboard.press('Tab')
  await expect(box(tess)).not.toBeFocused()
  await tess.context.setOffline(false)
  await expect(box(mira)).toContainText('Getypt in de trein.', { timeout: 20_000 })
  await tess.page.getByText(tess.say('bridges', 'room.sync.saved'), { exact: true }).waitFor()
})

test('the cause is found on the bridge: who is there has taken note', async () => {
  const { page, say } = joris
  await page.getByRole('button', { name: say('tickets', 'moves.accept.label'), exact: true }).click()
  await page.getByText(say('tickets', 'moves.accept.done')).first().waitFor()
  const dialog = await begins(joris, 'diagnose')
  await dialog
    .getByLabel(say('tickets', 'moves.diagnose.rootCause'))
    .fill('Retired devices still count against the limit')
  await dialog
    .getByLabel(say('tickets', 'moves.diagnose.solution'), { exact: false })
    .first()
    .fill('Delete stale device objects in Entra')
  await dialog
    .getByLabel(say('tickets', 'moves.diagnose.wording', { name: ada.name }))
    .fill('Please start the enrollment once more.')
  await dialog.getByRole('radio', { name: say('tickets', 'moves.diagnose.oneOff') }).check()
  await dialog.getByLabel(say('tickets', 'moves.diagnose.oneOffReason')).fill('Old devices of the last tenant')
  await sends(joris)
  await expect(page.getByText(say('tickets', 'known.solution'))).toBeVisible()
  const { story } = await joris.api<{ story: readonly { type: string }[] }>(
    'GET',
    `/api/v1/tickets/numbered/${number}`,
  )
  expect(story.map(({ type }) => type)).toEqual(expect.arrayContaining(['diagnosed', 'note-taken']))
})

test('a decision and a task are recorded, and the owner hears of the task in their language', async () => {
  const { page, say } = mira
  await page.getByRole('button', { name: say('bridges', 'room.decide.open'), exact: true }).click()
  const decide = page.getByRole('dialog')
  await decide
    .getByLabel(say('bridges', 'room.decide.what'))
    .fill('Vraag in de overdracht hoeveel toestellen iemand heeft')
  await decide.getByRole('radio', { name: say('bridges', 'room.decide.kinds.plan-change') }).check()
  await sends(mira)
  await page.getByRole('button', { name: say('bridges', 'room.giveTask.open'), exact: true }).click()
  const task = page.getByRole('dialog')
  await task.getByLabel(say('bridges', 'room.giveTask.what')).fill('Ruim de oude toestellen op')
  await task.getByLabel(say('bridges', 'room.giveTask.owner')).selectOption({ label: 'Joris Prins' })
  await sends(mira)
  await expect(joris.page.getByText('Ruim de oude toestellen op').first()).toBeVisible()
  const mail = await post.next(joris.email, /^Your task from/)
  expect(mail.text).toContain('Ruim de oude toestellen op')
})

test('the owner of the plan sees at the draft what the bridge decided about it, and says that it is taken over', async () => {
  const { page, say, api } = root
  await api('POST', '/api/v1/plan/draft', {})
  await page.goto('/plan/draft')
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  const proposal = page.getByRole('listitem').filter({ hasText: 'hoeveel toestellen iemand heeft' })
  await proposal.getByRole('button', { name: say('bridges', 'proposal.takeOver') }).click()
  await expect(proposal).toHaveCount(0)
  await expect(mira.page.getByText(mira.say('bridges', 'room.carriedOut', { name: root.name }))).toBeVisible()
})

test('the room looks right in every language, theme and width', async () => {
  const settled = async () => {
    await root.page.getByRole('heading', { level: 2, name: new RegExp(`T-${number} `) }).waitFor()
    await root.page.getByRole('textbox', { name: /^(Notes|Aantekeningen)$/ }).waitFor()
  }
  await root.page.goto(`/bridge/${room}`)
  await expectEveryLook(root.page, 'bridge-room', { settled, except: byPeople })
  await wear(mira.page, { language: 'nl', theme: 'light', width: 1280 })
  await expectEveryLook(mira.page, 'bridge-room-host', {
    settled: async (page) => {
      await page.getByRole('heading', { level: 2, name: new RegExp(`T-${number} `) }).waitFor()
    },
    except: byPeople,
  })
})

test('the way of a ticket is drawn only where its words can be read, and told elsewhere', async () => {
  const { page, say } = joris
  const drawing = page.locator('svg[viewBox^="0 0 880 "]')
  const told = page.getByRole('list', { name: say('tickets', 'path.label') })
  const titled = () => page.getByRole('heading', { name: new RegExp(`T-${number} `) }).waitFor()
  for (const [width, path, isDrawn] of [
    [1280, `/bridge/${room}`, false],
    [390, `/bridge/${room}`, false],
    [1280, `/tickets/${number}`, true],
    [390, `/tickets/${number}`, false],
  ] as const) {
    await page.goto(path)
    await wear(page, { language: 'en', theme: 'light', width })
    await titled()
    await expect(drawing).toBeVisible({ visible: isDrawn })
    await expect(told).toHaveCount(1)
    // Its smallest words are 11 of its 880 wide; what is told beside the drawing is for screen readers, and a pixel high.
    if (isDrawn) expect((await drawing.boundingBox())?.width).toBeGreaterThanOrEqual(880)
    else expect((await told.boundingBox())?.height).toBeGreaterThan(20)
  }
})

test('the bridge ends; the minutes are written, sent, and reach everybody with a print in their language', async () => {
  await wear(mira.page, { language: 'nl', theme: 'light', width: 1280 })
  const { page, say } = mira
  await page.getByRole('button', { name: say('bridges', 'room.doneItem'), exact: true }).click()
  await page.getByText(say('bridges', 'room.allDone')).waitFor()
  await page.getByRole('button', { name: say('bridges', 'room.end.label'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('bridges', 'room.end.label') })
    .click()
  await page.getByRole('link', { name: say('bridges', 'room.writeMinutes') }).click()
  await page
    .getByLabel(say('bridges', 'minutes.summaryLabel'))
    .fill('Oude toestellen telden mee. Opgelost op de bridge.')
  await page.getByText(say('bridges', 'minutes.kept')).waitFor()
  await expectEveryLook(page, 'bridge-minutes-writing', { except: [...byPeople, 'textarea'] })
  await wear(page, { language: 'nl', theme: 'light', width: 1280 })
  await page.getByRole('button', { name: say('bridges', 'minutes.send'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('bridges', 'minutes.send') })
    .click()
  const dutch = await post.next(tess.email, /^Verslag: /)
  const english = await post.next(joris.email, /^Minutes: /)
  expect(dutch.text).toContain('Oude toestellen telden mee.')
  expect(dutch.text).toContain('oorzaak gevonden')
  expect(english.text).toContain('cause found')
  expect(english.text).toContain('Joris Prins, before')
  expect(english.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/^minutes-.*\.pdf$/)])
  expect(linkIn(english, 'Open the minutes')).toBe(`${desk.url}/bridge/${room}/minutes`)
  await expect(page.getByRole('link', { name: say('bridges', 'minutes.pdf') })).toBeVisible()
})

test('whoever was given a task finds it on the page of bridges, and says that it is done', async () => {
  await wear(joris.page, { language: 'en', theme: 'light', width: 1280 })
  await joris.page.goto('/bridge')
  const task = joris.page.getByRole('listitem').filter({ hasText: 'Ruim de oude toestellen op' })
  await expectEveryLook(joris.page, 'bridge-with-tasks', {
    settled: async (page) => page.getByText('Ruim de oude toestellen op').first().waitFor(),
    except: byPeople,
  })
  await wear(joris.page, { language: 'en', theme: 'light', width: 1280 })
  const done = task.getByRole('button', { name: joris.say('bridges', 'room.markDone') })
  await done.click()
  await expect(done).toHaveCount(0)
})

test('the minutes look right, and are there for whoever reads them later', async () => {
  await joris.page.goto(`/bridge/${room}/minutes`)
  await expectEveryLook(joris.page, 'bridge-minutes', { except: byPeople })
})

/** Where names and words of people stand, in their own language. */
const byPeople = ['[dir=auto]', 'blockquote', 'option']
