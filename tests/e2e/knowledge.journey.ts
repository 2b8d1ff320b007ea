import type { IssueDetail } from '#features/knowledge/contract/issue-view.ts'
import type { Colleague } from '../support/browser-journey-people.ts'
import { test } from '../support/browser-journey-scene.ts'
import { expect } from '../support/browser.ts'
import { expectEveryLook, type LookOptions, wear } from '../support/browser-looks.ts'

/** What somebody found out is written down, found by whoever needs it, doubted, confirmed, and put over what was supplied. */

test.describe.configure({ mode: 'serial' })
test.setTimeout(400_000)

/** What people and Tierwise wrote stands in the language in which they wrote it. */
const written = [
  'h1',
  'a',
  'li',
  'p',
  'ol',
  'section p',
  'td',
  'dd',
  'option',
  'input',
  'textarea',
  '.fui-Badge',
  'label',
  '[dir=auto]',
  'section div',
]

async function looks({ page, language }: Colleague, name: string, options: LookOptions = {}): Promise<void> {
  await expectEveryLook(page, name, { except: written, ...options })
  await wear(page, { language, theme: 'light', width: 1280 })
}

const licence = '/knowledge/win-user-licence-invalid'
let own = ''

test('a code is recognised while one types it, and leads to the issue', async ({ scene: { tess } }) => {
  const { page, say } = tess
  await page.goto('/knowledge')
  await page.getByRole('searchbox').fill('laptop geeft -2145910760 bij inschrijven')
  const found = page.getByRole('list', { name: say('knowledge', 'list.label') }).getByRole('listitem')
  await expect(found.first()).toContainText('-2145910760')
  await looks(tess, 'knowledge', { settled: (one) => one.getByText('0x80180018').first().waitFor() })
  await page.goto(licence)
  await expect(page.getByText('2149056536').first()).toBeVisible()
})

test('tier 1 writes down what they found out, in one language, and keeps what they typed', async ({
  scene: { tess },
}) => {
  const { page, say } = tess
  const symptom = () => page.getByLabel(new RegExp(say('knowledge', 'edit.symptom'))).first()
  await page.goto('/knowledge/new')
  await symptom().fill('De kassatablet weigert dienst na de update.')
  await page
    .getByLabel(new RegExp(`^${say('knowledge', 'edit.cause')}`))
    .first()
    .fill('De hoes drukt op de knop.')
  await page
    .getByLabel(new RegExp(`^${say('knowledge', 'edit.fix')}`))
    .first()
    .fill('Haal de hoes eraf.\nStart opnieuw.')
  await page.getByRole('checkbox', { name: say('knowledge', 'platform.android') }).check()
  await page.waitForTimeout(400)
  await page.reload()
  await expect(symptom()).toHaveValue('De kassatablet weigert dienst na de update.')
  await looks(tess, 'knowledge-new', { settled: (one) => one.getByRole('checkbox').first().waitFor() })
  await page.getByRole('button', { name: say('knowledge', 'edit.saveReview'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('KI-')
  own = new URL(page.url()).pathname
  await looks(tess, 'knowledge-issue', { settled: (one) => one.getByText('De hoes drukt op de knop.').waitFor() })
})

test('tier 1 doubts a supplied issue; a lead sees both wait, confirms, and answers', async ({
  scene: { tess, mira },
}) => {
  await tess.page.goto(licence)
  await tess.page.getByRole('button', { name: tess.say('knowledge', 'moves.more'), exact: true }).click()
  await tess.page.getByRole('menuitem', { name: tess.say('knowledge', 'flags.say') }).click()
  await tess.page.getByRole('dialog').getByRole('textbox').fill('Stap 2 staat nu ergens anders.')
  await tess.page
    .getByRole('dialog')
    .getByRole('button', { name: tess.say('knowledge', 'flags.say') })
    .click()
  await expect(tess.page.getByText('Stap 2 staat nu ergens anders.')).toBeVisible()
  const { page, say } = mira
  await page.goto('/knowledge/review')
  await expect(page.getByText('kassatablet').first()).toBeVisible()
  await looks(mira, 'knowledge-review', { settled: (one) => one.getByText('kassatablet').first().waitFor() })
  await page.goto(own)
  await page.getByRole('button', { name: say('knowledge', 'moves.confirm'), exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('knowledge', 'moves.confirm'), exact: true })
    .click()
  await expect(page.getByText(say('knowledge', 'states.confirmed'), { exact: true }).first()).toBeVisible()
})

test('who may confirm puts an own text over a supplied one; both stay readable', async ({ scene: { mira } }) => {
  const { page, say } = mira
  await page.goto(`${licence}/edit`)
  await page
    .getByLabel(new RegExp(`^${say('knowledge', 'edit.cause')}`))
    .first()
    .fill('Bij ons mist iemand vaak de groep.')
  await page.getByLabel(new RegExp(say('knowledge', 'edit.reason'))).fill('Zo komt het hier voor')
  await looks(mira, 'knowledge-edit', { settled: (one) => one.getByRole('checkbox').first().waitFor() })
  await page.getByRole('button', { name: say('knowledge', 'edit.save'), exact: true }).click()
  await expect(page.getByText(say('knowledge', 'from.changed'), { exact: true }).first()).toBeVisible()
  await page.goto(`${licence}/history`)
  await expect(page.getByText('Bij ons mist iemand vaak de groep.').first()).toBeVisible()
  await looks(mira, 'knowledge-history', { settled: (one) => one.getByRole('table').first().waitFor() })
})

const busy = 'ios-device-busy'
const busyUrl = `/api/v1/knowledge/issues/${busy}`
type Busy = Pick<IssueDetail, 'lastVersion' | 'latest' | 'text'>

/** Mira writes on the issue as it is now, from elsewhere. */
async function writes({ api }: Colleague, change: (text: Busy['latest']) => Partial<Busy['latest']>) {
  const { lastVersion, latest } = await api<Busy>('GET', busyUrl)
  const text = { ...latest, ...change(latest) }
  await api('POST', `${busyUrl}/versions`, { seen: lastVersion, text, reason: 'Nog een stap' })
}

test('two who edit one issue see what the other wrote, and neither erases it unseen', async ({
  scene: { lies, mira },
}) => {
  const { page, say } = lies
  const cause = () => page.getByLabel(new RegExp(`^${say('knowledge', 'edit.cause')}`)).last()
  const save = () => page.getByRole('button', { name: say('knowledge', 'edit.save'), exact: true })
  const choose = (what: 'take' | 'keep', part: string) =>
    page.getByRole('button', {
      name: `${say('knowledge', `compare.${what}`)}: ${say('knowledge', `parts.${part}`)}`,
    })
  await page.goto(`/knowledge/${busy}/edit`)
  await cause().fill('Another app holds the device.')
  await page.getByLabel(new RegExp(say('knowledge', 'edit.reason'))).fill('Found it')
  await writes(mira, ({ fix, cause: before }) => ({
    fix: { ...fix, en: [...fix.en, 'Wait five minutes.'] },
    cause: { ...before, en: 'It is installing something.' },
  }))
  await expect(page.getByText(say('knowledge', 'edit.changedElsewhere'))).toBeVisible()
  await expect(save()).toHaveAttribute('aria-disabled', 'true')
  await page.waitForTimeout(400)
  await page.reload()
  await expect(page.getByText('It is installing something.')).toBeVisible()
  await expect(cause()).toHaveValue('Another app holds the device.')
  await looks(lies, 'knowledge-edit-together', {
    settled: (one) => one.getByText('It is installing something.').waitFor(),
  })
  await choose('take', 'fix.en').click()
  await choose('keep', 'cause.en').click()
  await expect(page.getByText(say('knowledge', 'compare.kept'))).toBeVisible()

  // Where the page hears nothing of what others do, it learns it from the refusal.
  await page.context().route(/\/api\/v1\/live/, (route) => route.abort())
  await page.waitForTimeout(400)
  await page.reload()
  await expect(save()).toBeEnabled()
  await writes(mira, ({ checks }) => ({ checks: { ...checks, en: [...checks.en, 'Look at the storage.'] } }))
  await save().click()
  await choose('take', 'checks.en').click()
  await page.context().unroute(/\/api\/v1\/live/)
  await save().click()
  await expect(page).toHaveURL(`/knowledge/${busy}`)
  const { text } = await mira.api<Busy>('GET', busyUrl)
  expect(text.cause.en).toBe('Another app holds the device.')
  expect(text.fix.en).toContain('Wait five minutes.')
  expect(text.checks.en).toContain('Look at the storage.')
})

test('who may confirm reads what a proposal changes before they decide', async ({ scene: { tess, mira } }) => {
  const { lastVersion, latest } = await tess.api<Busy>('GET', '/api/v1/knowledge/issues/device-not-supported')
  await tess.api('POST', '/api/v1/knowledge/issues/device-not-supported/versions', {
    ...{ seen: lastVersion, reason: 'Zo zien wij het' },
    text: { ...latest, cause: { ...latest.cause, nl: 'Het model is te oud voor ons.' } },
  })
  const { page, say } = mira
  await page.goto('/knowledge/device-not-supported')
  await page.getByRole('button', { name: say('knowledge', 'moves.confirm'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Het model is te oud voor ons.')).toBeVisible()
  await expect(dialog.getByText(latest.cause.nl)).toBeVisible()
  await looks(mira, 'knowledge-confirm', {
    settled: async (one) => {
      await one.getByRole('button', { name: /^(?:Bevestigen|Confirm)$/ }).click()
      await one.getByRole('dialog').getByText('Het model is te oud voor ons.').waitFor()
    },
  })
  await page.goto('/knowledge/device-not-supported/history')
  await expect(page.getByRole('table').getByText(latest.cause.nl)).toBeVisible()
})

test('a forum is kept for everybody, beside what the plan lists', async ({ scene: { mira } }) => {
  const { page, say } = mira
  await page.goto('/knowledge/resources')
  await page.getByRole('button', { name: say('knowledge', 'resources.add'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Forum van Intune')
  await dialog.getByRole('textbox').nth(1).fill('https://techcommunity.microsoft.com/category/microsoftintune')
  await dialog.getByRole('button', { name: say('knowledge', 'resources.add'), exact: true }).click()
  await expect(page.getByText('Forum van Intune')).toBeVisible()
  await looks(mira, 'knowledge-resources', { settled: (one) => one.getByText('Forum van Intune').waitFor() })
})
