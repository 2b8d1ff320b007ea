import { globSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { PlanDraft } from '#features/plan/contract.ts'
import { expect, expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'
import { begins } from '../support/browser-journey-moves.ts'
import { type Colleague, joins } from '../support/browser-journey-people.ts'
import { newDraft } from '../support/browser-journey-plan.ts'
import { fullStory, moves, reports, test } from '../support/browser-journey-scene.ts'
import { wordsOf } from '../support/journey-words.ts'

/** Every page in both languages, both themes and both widths; a page that nobody looks at fails. */

test.setTimeout(240_000)

/** Where each page of the features' routes is looked at, and under which name its pictures are kept. */
const lookedAt: Readonly<Record<string, readonly [journey: string, name: string]>> = {
  '/sign-in': ['people', 'sign-in'],
  '/welcome': ['people', 'welcome-administrator'],
  '/first-steps': ['people', 'first-steps-organisation'],
  '/people': ['people', 'people'],
  '/people/$id': ['people', 'person'],
  '/teams': ['people', 'teams'],
  '/second-factor': ['second-factor', 'second-factor-set-up'],
  '/settings': ['people', 'settings'],
  '/profile': ['people', 'profile'],
  '/plan': ['plan', 'plan-one'],
  '/plan/draft': ['plan', 'plan-draft'],
  '/plan/forecast': ['forecast', 'forecast'],
  '/plan/replay': ['replay', 'replay'],
  '/plan/import': ['looks', 'plan-import'],
  '/plan/versions': ['plan', 'plan-versions'],
  '/plan/versions/compare': ['versions', 'plan-compare'],
  '/plan/versions/tickets': ['versions', 'plan-tickets'],
  '/plan/versions/$number/tickets': ['versions', 'plan-migration'],
  '/plan/versions/$number': ['looks', 'plan-version'],
  '/plan/versions/$number/documents': ['looks', 'plan-documents'],
  '/rollout': ['rollout', 'rollout'],
  '/rollout/waves/$key': ['rollout', 'rollout-wave'],
  '/rollout/people': ['rollout', 'rollout-people'],
  '/settings/intune': ['tenant', 'tenant-works'],
  '/settings/intune/actions': ['tenant', 'device-actions'],
  '/mail': ['mail', 'mail-aside'],
  '/mail/in/$id': ['mail', 'mail-one'],
  '/mail/sent': ['looks', 'mail-sent'],
  '/mail/addresses': ['mail', 'mail-addresses-empty'],
  '/mail/mailboxes': ['mail', 'mail-mailboxes'],
  '/rollout/commitments': ['involvement', 'commitments'],
  '/rollout/commitments/$key': ['involvement', 'commitment'],
  '/rollout/pilot': ['involvement', 'own-experience'],
  '/rollout/waves/$key/mails/$kind': ['involvement', 'wave-mail'],
  '/cases': ['vendor-case', 'vendor-cases'],
  '/cases/$id': ['vendor-case', 'vendor-case'],
  '/bridge': ['bridges', 'bridge'],
  '/bridge/figures': ['bridges', 'bridge-figures'],
  '/bridge/$id': ['bridge-room', 'bridge-room'],
  '/bridge/$id/minutes': ['bridge-room', 'bridge-minutes'],
  '/today': ['looks', 'today'],
  '/desk': ['looks', 'desk'],
  '/tickets/$number': ['looks', 'ticket'],
  '/portal': ['looks', 'portal'],
  '/portal/report': ['looks', 'portal-report'],
  '/portal/tickets/$number': ['looks', 'portal-ticket'],
  '/visit': ['five-steps', 'visit'],
  '/desk/findings': ['causes', 'findings'],
  '/causes': ['causes', 'causes'],
  '/causes/shift-left': ['causes', 'shift-left'],
  '/causes/$id': ['causes', 'cause'],
  '/knowledge': ['knowledge', 'knowledge'],
  '/knowledge/new': ['knowledge', 'knowledge-new'],
  '/knowledge/review': ['knowledge', 'knowledge-review'],
  '/knowledge/resources': ['knowledge', 'knowledge-resources'],
  '/knowledge/$id': ['knowledge', 'knowledge-issue'],
  '/knowledge/$id/edit': ['knowledge', 'knowledge-edit'],
  '/knowledge/$id/history': ['knowledge', 'knowledge-history'],
  '/training': ['training', 'training'],
  '/training/courses/$key': ['training', 'training-course'],
  '/training/courses/$key/questions': ['training', 'training-questions'],
  '/training/sessions/$id': ['training', 'training-session'],
  '/training/lineage': ['training', 'training-lineage'],
  '/training/tests/$id': ['training', 'training-test'],
  '/training/attend': ['training', 'training-attend'],
  '/training/certificates/$number': ['training', 'training-certificate'],
  '/training/practice': ['practice', 'practice'],
  '/training/practice/$id': ['practice', 'practice-result'],
  '/training/retraining': ['train-the-trainer', 'retraining'],
  '/training/retraining/$id': ['train-the-trainer', 'retraining-item'],
}

test('every page of every feature is looked at in a journey', () => {
  const root = new URL('../../', import.meta.url).pathname
  const routes = globSync('src/features/*/web/routes.tsx', { cwd: root })
  const pages = routes.flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(/^\s+path: '([^']+)'/gm)].map(([, path]) => path),
  )
  expect(pages.length).toBeGreaterThan(20)
  expect(Object.keys(lookedAt).toSorted()).toEqual(pages.toSorted())
  for (const [path, [journey, name]] of Object.entries(lookedAt)) {
    const source = readFileSync(`${root}tests/e2e/${journey}.journey.ts`, 'utf8')
    expect(source.split(`'${name}'`).length, `${path} as ${name} in ${journey}`).toBeGreaterThan(1)
  }
})

test.describe('the pages of those who work on tickets', () => {
  test.describe.configure({ mode: 'serial' })
  let vera: Colleague
  let number = 0

  test.beforeAll(async ({ browser, scene }) => {
    test.setTimeout(300_000)
    number = await fullStory(scene)
    for (const [subject, level] of [
      ['Pixel 9: Wi-Fi 802.1X', 'high'],
      ['Surface 7: BitLocker', 'medium'],
      ['iPad Air: App Store', 'low'],
    ] as const) {
      const description = 'Het werkte gisteren nog.'
      await reports(scene.ada, { subject, description, impact: level, urgency: level })
    }
    vera = await joins(browser, scene.desk, scene.root, {
      name: 'Vera Kok',
      email: 'vera@contoso.example',
      language: 'nl',
      roles: ['requester', 'agent', 'lead', 'plan-owner'],
      team: 'servicedesk',
      tier: 1,
      isLead: true,
    })
  })
  test.afterAll(() => vera?.context.close())

  test('today', async () => {
    await vera.page.goto('/today')
    await looks(vera.page, 'today', {
      settled: (page) => page.getByText(/T-\d+/).first().waitFor(),
      // Subjects, of other journeys on this desk too.
      except: ['[dir=auto]'],
    })
  })
  test('the desk', async () => {
    await vera.page.goto('/desk?view=all')
    await looks(vera.page, 'desk', {
      settled: (page) => page.getByRole('grid').getByText('Pixel 9').first().waitFor(),
      except: ['[dir=auto]'],
    })
  })
  test('a ticket', async () => {
    await vera.page.goto(`/tickets/${number}`)
    // What an organisation wrote down of a known issue may stand in one language.
    await looks(vera.page, 'ticket', {
      settled: ticketShown,
      except: ['[dir=auto]', 'main li', 'main dd', 'main a'],
    })
  })
  test('mail that went out', async () => {
    await vera.page.goto('/mail/sent')
    await looks(vera.page, 'mail-sent', { settled: (page) => page.getByRole('tablist').waitFor() })
  })
  test('a plan file with faults, before it is imported', async () => {
    await vera.page.goto('/plan/import')
    await looks(vera.page, 'plan-import', {
      settled: async (page) => {
        await givesPlanFile(page, 'format: tierwise-plan-1\nteams:\n\tx: []\n')
        await page.getByRole('heading', { level: 2 }).first().waitFor()
      },
      except: ['code', 'pre'],
    })
  })
  test('a plan file that changes the draft, and takes its place', async () => {
    const { page, api } = vera
    await newDraft(api)
    const file = await page.evaluate(async () => (await fetch('/api/v1/plan/draft/file?format=yaml')).text())
    const other = file.replace('agents: 4', 'agents: 7')
    expect(other).not.toBe(file)
    await page.goto('/plan/import')
    const replace = page.getByRole('button', { name: /Concept vervangen|Replace the draft/ })
    await looks(page, 'plan-import-changes', {
      settled: async () => {
        await givesPlanFile(page, other)
        await replace.waitFor()
      },
    })
    await replace.click()
    await expect(page).toHaveURL(/\/plan\/draft/)
    const { document } = await api<PlanDraft>('GET', '/api/v1/plan/draft')
    expect(document.teams.tiers[0]?.capacity.agents).toBe(7)
  })
  test('a version of the plan', async () => {
    await vera.page.goto('/plan/versions/1')
    await looks(vera.page, 'plan-version')
  })
  test('the documents of a version', async () => {
    await vera.page.goto('/plan/versions/1/documents')
    await looks(vera.page, 'plan-documents')
  })

  test('the other parts of a ticket, and the dialogs of its moves', async ({ scene }) => {
    const { page } = vera
    const fresh = await reports(scene.ada, {
      subject: 'iPhone 14: 0x80180014',
      description: 'Bij het inschrijven verschijnt een code.',
      category: 'enrollment-blocked',
      platform: 'ios',
    })
    await moves(vera, fresh, { move: 'claim' })
    for (const [language, theme, width] of [
      ['nl', 'dark', 390],
      ['en', 'light', 1280],
    ] as const) {
      const say = wordsOf(language)
      await page.goto(`/tickets/${number}`)
      await wear(page, { language, theme, width })
      for (const view of ['timeline', 'clocks'] as const) {
        await page.getByRole('tab', { name: say('tickets', `views.${view}`) }).click()
        await judged(page, `ticket-${view}-${language}-${theme}-${width}`)
      }
      await page.goto(`/tickets/${fresh}`)
      for (const move of ['escalate', 'diagnose', 'wait-until', 'categorise'] as const) {
        await begins({ ...vera, say }, move, { tier: 2 })
        await judged(page, `move-${move}-${language}-${theme}-${width}`)
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
    }
  })
})

async function givesPlanFile(page: Page, text: string): Promise<void> {
  // A whole plan is laid out line by line, for seconds on a busy machine.
  await page.getByRole('textbox').last().fill(text, { timeout: 60_000 })
  await page.getByRole('button', { name: /^(Bekijken|Look at it)$/ }).click()
}

/** What people wrote may be in any language. */
const looks = (page: Page, name: string, options: LookOptions = {}) =>
  expectEveryLook(page, name, { except: ['[dir=auto]'], ...options })

const ticketShown = (page: Page) => page.getByRole('heading', { level: 1, name: /0x80180013/ }).waitFor()

async function judged(page: Page, name: string): Promise<void> {
  const folder = process.env['TIERWISE_LOOKS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' })
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

test.describe('the pages of somebody with a problem', () => {
  test.describe.configure({ mode: 'serial' })
  let kim: Colleague

  test.beforeAll(async ({ browser, scene }) => {
    test.setTimeout(300_000)
    kim = await joins(browser, scene.desk, scene.root, {
      name: 'Kim Kok',
      email: 'kim@contoso.example',
      language: 'nl',
    })
  })
  test.afterAll(() => kim?.context.close())

  test('before and after a first problem', async ({ scene }) => {
    const { page } = kim
    await page.goto('/portal')
    await looks(page, 'portal-empty')
    const number = await fullStory({ ...scene, ada: kim })
    await page.goto('/portal')
    await looks(page, 'portal', {
      settled: (one) =>
        one
          .getByText(/0x80180013/)
          .first()
          .waitFor(),
    })
    await page.goto(`/portal/tickets/${number}`)
    await looks(page, 'portal-ticket', { settled: ticketShown })
  })
  test('reporting', async () => {
    await kim.page.goto('/portal/report')
    await looks(kim.page, 'portal-report', { settled: (page) => page.getByRole('radio').first().waitFor() })
  })
  test('what is not there, and what is not for them', async () => {
    await kim.page.goto('/nowhere')
    await looks(kim.page, 'not-found')
    await kim.page.goto('/settings')
    await looks(kim.page, 'no-permission')
  })
})
