import type { Locator } from '@playwright/test'
import { expect } from '@playwright/test'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import type { Colleague } from './browser-journey-people.ts'

export async function opensTicket({ page }: Colleague, number: number): Promise<void> {
  await page.goto(`/tickets/${number}`)
  await page.getByRole('heading', { level: 1, name: new RegExp(`^T-${number} `) }).waitFor()
}

/** The ticket as the API tells this person of it. */
export function ticketFor({ api }: Colleague, number: number): Promise<DeskTicket> {
  return api<DeskTicket>('GET', `/api/v1/tickets/numbered/${number}`)
}

/** Presses the move where the page offers it: as its primary action, or in the menu. What a colleague just did may still be on its way here. */
async function chooses({ page, say }: Colleague, label: string): Promise<void> {
  const more = page.getByRole('button', { name: say('tickets', 'moves.more'), exact: true })
  const primary = page.getByRole('button', { name: label, exact: true })
  const entry = page.getByRole('menuitem', { name: label }).first()
  await more.waitFor()
  await expect(async () => {
    if (await primary.isVisible()) return primary.click({ timeout: 2000 })
    await more.click({ timeout: 2000 })
    try {
      await entry.click({ timeout: 2000 })
    } catch (notThere) {
      await page.keyboard.press('Escape')
      throw notThere
    }
  }).toPass({ timeout: 30_000 })
}

/** A move that needs nothing more than its button. */
export async function makes(who: Colleague, move: string, values: Values = {}): Promise<void> {
  // What the same move said the last time may still be on the page.
  const answered = who.page.waitForResponse((one) => /\/tickets\/[^/]+\/moves$/.test(new URL(one.url()).pathname))
  await chooses(who, who.say('tickets', `moves.${move}.label`, values))
  await answered
  await who.page
    .getByText(who.say('tickets', `moves.${move}.done`))
    .first()
    .waitFor()
}
type Values = Readonly<Record<string, string | number>>

/** Opens the dialog of a move; `sends` completes it. */
export async function begins(who: Colleague, move: string, values: Values = {}): Promise<Locator> {
  await chooses(who, who.say('tickets', `moves.${move}.label`, values))
  const dialog = who.page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

export async function sends({ page }: Colleague): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** A move that needs one text. */
export async function makesWithText(
  who: Colleague,
  move: string,
  text: string,
  values: Values = {},
): Promise<void> {
  const dialog = await begins(who, move, values)
  await dialog.getByRole('textbox').fill(text)
  await sends(who)
}

/** Fills in all the evidence that the dialog asks for, each item in its own way; except what is named. */
export async function fillsEvidence(dialog: Locator, except: readonly string[] = []): Promise<void> {
  for (const box of await dialog.getByRole('combobox').all()) {
    if (await isNamed(box, except)) continue
    await box.selectOption({ index: 1 })
  }
  for (const box of await dialog.getByRole('textbox').all()) {
    if ((await box.inputValue()) !== '' || (await isNamed(box, except))) continue
    await box.fill('Code 0x80180014, seen at 10:15 on the device of the requester')
  }
}

async function isNamed(box: Locator, names: readonly string[]): Promise<boolean> {
  const own = await box.evaluate((element) =>
    [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' '),
  )
  return names.some((name) => own.includes(name))
}

/** What the page says of the path, tier by tier. */
export async function pathWords({ page, say }: Colleague): Promise<string[]> {
  const list = page.getByRole('list', { name: say('tickets', 'path.label') })
  return (await list.first().getByRole('listitem').allTextContents()).map((text) => text.trim())
}
