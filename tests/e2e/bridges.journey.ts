import type { Page } from '@playwright/test'
import type { BridgesOverview } from '#features/bridges/contract/meetings.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { administrator, type Colleague, joins } from '../support/browser-journey-people.ts'
import { newDraft } from '../support/browser-journey-plan.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { type MailServer, mailServer } from '../support/mail-server.ts'

/**
 * Before the bridge: its meetings come from the plan, its agenda from the queue; people arrange it, call another one, move and cancel one,
 * and the owner of the plan lets the bridge stop.
 */
test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

const dutch = { language: 'nl', theme: 'light', width: 1280 } as const
/** Where words of people stand, in whatever language they wrote. */
const words = ['a', 'li', 'dd', '.fui-Badge']

let desk: Desk
let post: MailServer
let root: Colleague
let tess: Colleague
let lies: Colleague
let joris: Colleague
let number = 0

test.beforeAll(async ({ browser }) => {
  post = await mailServer()
  desk = await startDesk()
  root = await administrator(browser, desk, 'nl')
  const agent = (name: string, team: string, tier: number, isLead = false) =>
    joins(browser, desk, root, {
      ...{
        name,
        language: 'nl',
        team,
        tier,
        isLead,
        email: `${name.split(' ')[0]?.toLowerCase()}@contoso.example`,
      },
      roles: ['requester', 'agent', ...(isLead ? ['lead'] : [])],
    })
  tess = await agent('Tess Bakker', 'servicedesk', 1)
  lies = await agent('Lies Smit', 'servicedesk', 1, true)
  joris = await agent('Joris Prins', 'support-specialists', 2)
  await root.api('POST', '/api/v1/mailboxes', {
    ...{ address: 'helpdesk@contoso.example', name: 'Helpdesk', receives: 'none', unknownSenders: 'quarantine' },
    smtp: { host: '127.0.0.1', port: post.port, security: 'none', allowPrivate: true },
  })
})
test.afterAll(async () => {
  await desk?.stop()
  await post?.close()
})

/** The starter plan, with a pilot that has begun and a bridge every day, of which the next is half a day away whenever this runs. */
async function publishBridge(): Promise<void> {
  type Draft = { readonly revision: number; readonly document: SupportPlan }
  const { revision, document } = await root.api<Draft>('GET', '/api/v1/plan/draft')
  const [first] = document.involvement.phases
  const back = Math.round((Date.parse(first?.starts ?? '') - Date.now()) / 86_400_000) + 3
  const earlier = (text: string) =>
    text.replace(/"(\d{4}-\d\d-\d\d)"/g, (_, day: string) => `"${dayAfter(day, -back)}"`)
  const { involvement } = document
  const moved = JSON.parse(earlier(JSON.stringify(involvement))) as typeof involvement
  const at = new Date(Date.now() + 12 * 3_600_000).toISOString().slice(11, 16)
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, at }))
  const bridges = moved.bridges.map((one) => ({ ...one, weekly, timeZone: 'UTC', host: 'servicedesk' }))
  const hours = document.teams.supportHours.map((one) => ({
    ...one,
    holidays: { ...one.holidays, country: null, publicDays: [] },
  }))
  const changed = {
    ...document,
    teams: { ...document.teams, supportHours: hours },
    involvement: { ...moved, bridges },
  }
  const saved = await root.api<Draft>('PUT', '/api/v1/plan/draft', { revision, document: changed })
  await root.api('POST', '/api/v1/plan/draft/publish', {
    revision: saved.revision,
    reason: 'De pilot is begonnen',
  })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** So many minutes from now, to the minute, as the clock on the page's wall shows it. */
function wallClock(page: Page, minutes: number): Promise<string> {
  return page.evaluate((later) => {
    const wall = new Date(Date.now() + later * 60_000)
    return new Date(wall.getTime() - wall.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  }, minutes)
}

const calendars = (method: string) =>
  post.received.filter(({ raw }) => raw.toString('latin1').includes(`method=${method}`)).length

test('the page says what comes before there is a plan in force', async () => {
  await root.page.goto('/bridge')
  await expectEveryLook(root.page, 'bridge-empty')
})

test('a plan in force puts its bridge on the page, and in the calendars of the tiers', async () => {
  await tess.page.goto('/bridge')
  await publishBridge()
  await expect(tess.page.getByRole('heading', { level: 2, name: /Uitrolbridge/ })).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => calendars('REQUEST'), { timeout: 30_000 }).toBeGreaterThanOrEqual(3)
})

test('what somebody brings to the bridge comes on its agenda while others look on', async () => {
  const opened = await tess.api<{ number: number; ticket: { id: string } }>('POST', '/api/v1/tickets', {
    subject: 'Pixel 9: Wi-Fi 802.1X',
    description: 'Het certificaat komt niet aan: 0x87D1041C.',
    category: 'enrollment-blocked',
    platform: 'android',
  })
  number = opened.number
  const move = (given: object) => tess.api('POST', `/api/v1/tickets/${opened.ticket.id}/moves`, { move: given })
  await lies.page.goto('/bridge')
  await move({ move: 'claim' })
  await move({ move: 'bring-to-bridge', reason: 'Niemand kent deze code' })
  const item = lies.page.getByRole('listitem').filter({ hasText: `T-${number}` })
  await expect(item.first()).toContainText('Ingebracht in de bridge.', { timeout: 30_000 })
})

test('a subject is added, and moved up by keyboard', async () => {
  const { page } = lies
  await page.getByRole('button', { name: 'Op de agenda zetten' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Iets anders' }).check()
  await dialog.getByLabel('Waar wil je het over hebben?').fill('De nieuwe certificaten')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const agenda = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem')
  await expect(agenda).toHaveCount(2)
  const up = page.getByRole('button', { name: 'De nieuwe certificaten omhoog' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(agenda.first()).toContainText('De nieuwe certificaten')
  await expect(page.getByText('De nieuwe certificaten is nu nummer 1 van 2.')).toBeAttached()
  await expect(agenda.nth(1).getByRole('link', { name: new RegExp(`T-${number}`) })).toBeVisible()
  await expectEveryLook(page, 'bridge', {
    settled: async (one) => {
      await one.getByText(`T-${number}`).first().waitFor()
    },
    except: words,
  })
  await wear(page, dutch)
})

test('the ticket says on which bridge it is', async () => {
  await tess.page.goto(`/tickets/${number}`)
  const bridge = tess.page.getByRole('region', { name: 'Bridge' })
  await expect(bridge.getByRole('link', { name: /Op de agenda van Uitrolbridge/ })).toBeVisible()
})

test('anybody calls a bridge that cannot wait; colleagues see it at once, and get it in their calendars', async () => {
  const { page } = tess
  const before = calendars('REQUEST')
  await page.goto(`/bridge?call=T-${number}`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Waarom?').fill('De hele afdeling staat stil')
  await expect(dialog.getByText('Pixel 9: Wi-Fi 802.1X')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Op een tijdstip' }).check()
  await dialog.getByLabel('Begint').fill(await wallClock(page, 20))
  await dialog.getByRole('button', { name: 'Bridge bijeenroepen' }).click()
  await expect(dialog).toBeHidden()
  await expect(
    page.getByRole('heading', { level: 2, name: new RegExp(`Ad-hocbridge over T-${number}`) }),
  ).toBeVisible()
  await expect(lies.page.getByText(`Ad-hocbridge over T-${number} is bijeengeroepen`)).toBeVisible()
  await expect.poll(() => calendars('REQUEST'), { timeout: 30_000 }).toBeGreaterThanOrEqual(before + 3)
  await expectEveryLook(page, 'bridge-ad-hoc', {
    settled: (one) => one.getByText('De hele afdeling staat stil').waitFor(),
    except: words,
  })
  await wear(page, dutch)
})

test('Today tells of a bridge that is about to begin', async () => {
  await tess.page.goto('/today')
  await expect(tess.page.getByText(/Ad-hocbridge over T-\d+ begint over/)).toBeVisible()
  await expect(tess.page.getByRole('link', { name: 'Naar de ruimte' })).toBeVisible()
})

test('one meeting is moved and another cancelled; calendars follow', async () => {
  const { page } = lies
  await page.goto('/bridge')
  await page.getByRole('button', { name: 'Meer over dit overleg' }).click()
  await page.getByRole('menuitem', { name: 'Dit overleg afzeggen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Overleg afzeggen' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { level: 2, name: /Uitrolbridge/ })).toBeVisible()
  await expect.poll(() => calendars('CANCEL'), { timeout: 30_000 }).toBeGreaterThanOrEqual(3)
  await page.getByRole('button', { name: 'Meer over dit overleg' }).click()
  await page.getByRole('menuitem', { name: 'Dit overleg verplaatsen' }).click()
  await page
    .getByRole('dialog')
    .getByLabel('Begint')
    .fill(await wallClock(page, 26 * 60))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const { coming } = await lies.api<BridgesOverview>('GET', '/api/v1/bridges')
  const moved = coming.find(({ meeting }) => meeting.startsAt !== meeting.plannedFor)
  expect(Date.parse(moved?.meeting.startsAt ?? '')).toBeGreaterThan(Date.now() + 25 * 3_600_000)
})

test('the owner of the plan reads what the bridge is worth, and lets it stop', async () => {
  const { page } = root
  await page.goto('/bridge/figures')
  await expectEveryLook(page, 'bridge-figures', {
    settled: (one) => one.getByRole('table').first().waitFor(),
    except: words,
  })
  await wear(page, dutch)
  await page.getByRole('button', { name: 'Vastleggen dat hij stopt' }).click()
  await page.getByRole('dialog').getByLabel('Waarom mag de bridge stoppen?').fill('Het is rustig')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Gestopt .* door Jan Visser: Het is rustig$/)).toBeVisible()
  await page.goto('/bridge')
  await expect(page.getByText(/^Uitrolbridge is gestopt. De vaste bridges/)).toBeVisible()
})

test('a burst of like issues makes the desk propose a bridge, which a lead calls with one click', async () => {
  const report = (index: number) => ({
    ...{ subject: `Telefoon ${index + 1} stopt bij 0x80180013`, description: 'Sinds vanochtend.' },
    ...{ category: 'enrollment-blocked', platform: 'ios' },
  })
  for (const [index, who] of [root, tess, lies, joris].entries())
    await who.api('POST', '/api/v1/tickets', report(index))
  const bram = {
    name: 'Bram Vos',
    email: 'bram@contoso.example',
    language: 'nl',
    roles: ['requester'],
    invite: false,
  }
  const { person } = await root.api<{ person: { id: string } }>('POST', '/api/v1/people', bram)
  await tess.api('POST', '/api/v1/tickets', { ...report(4), requesterId: person.id })
  // The desk looks every five minutes, and when a plan comes in force.
  const { revision } = await newDraft(root.api)
  await root.api('POST', '/api/v1/plan/draft/publish', { revision, reason: 'Nieuwe versie' })
  const { page } = lies
  await page.goto('/bridge')
  const proposal = page.getByRole('listitem').filter({ hasText: 'De desk stelt een bridge voor' })
  await expect(proposal).toContainText('5 meldingen in korte tijd met code 0x80180013', { timeout: 30_000 })
  await expectEveryLook(page, 'bridge-proposed', {
    settled: (one) => one.getByText('0x80180013').first().waitFor(),
    except: words,
  })
  await wear(page, dutch)
  await proposal.getByRole('button', { name: 'Bridge bijeenroepen' }).click()
  await expect(page).toHaveURL(/\/bridge\/[0-9a-f-]{36}$/)
  const { coming, proposals } = await lies.api<BridgesOverview>('GET', '/api/v1/bridges')
  expect(proposals).toEqual([])
  expect(coming.find(({ meeting }) => meeting.called?.reason === 'burst')).toMatchObject({ items: 5 })
})
