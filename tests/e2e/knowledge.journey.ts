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
