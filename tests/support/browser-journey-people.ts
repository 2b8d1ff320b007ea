import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Desk } from './browser-desk.ts'
import { type Language, type Say, wordsOf } from './journey-words.ts'

/** Somebody who works with the desk in a browser of their own, in their own language. */
export type Colleague = {
  readonly name: string
  readonly email: string
  readonly id: string
  readonly language: Language
  readonly page: Page
  readonly context: BrowserContext
  readonly say: Say
  /** The API as their pages call it. Fails on an answer that is not 2xx. */
  readonly api: <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>
}

const password = 'koe fiets lantaarn drie'

/** The answers of the API to whoever is signed in in this browser. */
function apiOf({ request }: BrowserContext): Colleague['api'] {
  return async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await request.fetch(path, {
      method,
      headers: { 'idempotency-key': crypto.randomUUID() },
      ...(body === undefined ? {} : { data: body }),
    })
    const text = await answer.text()
    expect(answer.status(), `${method} ${path}: ${text}`).toBeLessThan(300)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
}

/** The first administrator, who came in by the link that the desk printed, with an organisation that has a name. */
export async function administrator(browser: Browser, desk: Desk, language: Language): Promise<Colleague> {
  const { context, page } = await ownBrowser(browser, desk)
  const say = wordsOf(language)
  await page.goto(desk.administratorLink())
  await page.locator('input[type=email]').waitFor()
  await page.evaluate((wanted) => localStorage.setItem('tierwise.language', wanted), language)
  await page.reload()
  await page.locator(`html[lang="${language}"]`).waitFor()
  await page.getByLabel(say('people', 'name')).fill('Jan Visser')
  await page.getByLabel(say('people', 'email')).fill('jan@contoso.example')
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/welcome')
  const api = apiOf(context)
  await api('PATCH', '/api/v1/organisation', { name: 'Contoso', setUp: true })
  const { id } = await api<{ id: string }>('PATCH', '/api/v1/me', { language, theme: 'light' })
  return { name: 'Jan Visser', email: 'jan@contoso.example', id, language, page, context, say, api }
}

export type NewColleague = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles?: readonly string[]
  readonly team?: string
  readonly tier?: number
  readonly isLead?: boolean
}

/** Added by the administrator; comes in by the invitation, in a browser of their own. */
export async function joins(
  browser: Browser,
  desk: Desk,
  root: Colleague,
  given: NewColleague,
): Promise<Colleague> {
  const { name, email, language, roles = ['requester'], team, tier, isLead } = given
  const added = await root.api<{ person: { id: string }; link: { address: string } }>('POST', '/api/v1/people', {
    name,
    email,
    language,
    roles,
    ...(team ? { teams: [team] } : {}),
  })
  const { id } = added.person
  if (team && isLead) await root.api('PUT', `/api/v1/teams/${team}/members/${id}`, { isLead: true })
  if (tier) {
    const reason = 'Works in this tier for years'
    const until = new Date(Date.now() + 28 * 86_400_000).toISOString()
    await root.api('POST', `/api/v1/people/${id}/certifications`, { tier, until, reason })
  }
  const { context, page } = await ownBrowser(browser, desk)
  const api = apiOf(context)
  const link = new URL(added.link.address).hash.slice(1)
  await api('POST', '/api/v1/links/use', { link, password })
  return { name, email, id, language, page, context, say: wordsOf(language), api }
}

/** Somebody as they were when their browser was kept, at a desk that goes on from a copy. */
export type KeptColleague = Pick<Colleague, 'name' | 'email' | 'id' | 'language'> & {
  readonly browser: Awaited<ReturnType<BrowserContext['storageState']>>
}

export async function kept({ name, email, id, language, context }: Colleague): Promise<KeptColleague> {
  return { name, email, id, language, browser: await context.storageState() }
}

export async function returns(browser: Browser, desk: Desk, who: KeptColleague): Promise<Colleague> {
  const { name, email, id, language } = who
  const { context, page } = await ownBrowser(browser, desk, who.browser)
  return { name, email, id, language, page, context, say: wordsOf(language), api: apiOf(context) }
}

/** Somebody who only ever writes mail. */
export async function writesMailOnly(root: Colleague, given: NewColleague): Promise<void> {
  const { name, email, language } = given
  await root.api('POST', '/api/v1/people', { name, email, language, roles: ['requester'], invite: false })
}

async function ownBrowser(
  browser: Browser,
  desk: Desk,
  storageState?: KeptColleague['browser'],
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ baseURL: desk.url, ...(storageState ? { storageState } : {}) })
  return { context, page: await context.newPage() }
}
