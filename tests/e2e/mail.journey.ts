import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { expect, test } from '../support/browser.ts'
import { type Desk, startDesk } from '../support/browser-desk.ts'
import { expectEveryLook, wear } from '../support/browser-looks.ts'
import { type MailServer, mailServer } from '../support/mail-server.ts'

/** An administrator sets up a mailbox; mail comes in, waits, becomes a ticket; what goes out is in the log. */

const dutch = { language: 'nl', theme: 'light', width: 1280 } as const
const words = ['dd', 'li', '[role=gridcell]', 'h1', 'h2', 'option', 'iframe']

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

let desk: Desk
let world: MailServer
let root: Page
let smtpPort = 0

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => void server.close(resolve))
  return port
}

async function writes(from: string, subject: string, text: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true })
  await transport.sendMail({ from, to: 'helpdesk@contoso.example', subject, text, html: `<p>${text}</p>` })
  transport.close()
}

test.beforeAll(async ({ browser }) => {
  smtpPort = await freePort()
  world = await mailServer()
  desk = await startDesk({
    environment: { TIERWISE_SMTP_PORT: String(smtpPort), TIERWISE_SMTP_HOST: '127.0.0.1' },
  })
  root = await (await browser.newContext({ baseURL: desk.url })).newPage()
})
test.afterAll(async () => {
  await root.close()
  await desk.stop()
  await world.close()
})

test('the mail pages teach before there is a mailbox', async () => {
  await root.goto(desk.administratorLink())
  await wear(root, dutch)
  await root.getByLabel('Naam').fill('Jan Visser')
  await root.getByLabel('E-mailadres').fill('jan@contoso.example')
  await root.getByLabel('Nieuw wachtwoord').fill('koe fiets lantaarn drie')
  await root.keyboard.press('Enter')
  await expect(root.getByRole('heading', { name: 'Je organisatie' })).toBeVisible()
  for (const [path, name] of [
    ['/mail', 'mail-empty'],
    ['/mail/addresses', 'mail-addresses-empty'],
  ] as const) {
    await root.goto(path)
    await expectEveryLook(root, name, { settled: (page) => page.getByRole('tablist').waitFor() })
  }
})

test('a mailbox is added by keyboard, and its settings are tried first', async () => {
  await root.goto('/mail/mailboxes')
  await wear(root, dutch)
  await root.getByRole('button', { name: 'Mailbox toevoegen' }).click()
  const dialog = root.getByRole('dialog')
  await dialog.getByLabel('E-mailadres').fill('helpdesk@contoso.example')
  await dialog.getByLabel('Naam van de afzender').fill('Helpdesk Contoso')
  await dialog.getByRole('radio', { name: /SMTP-server van Tierwise/ }).check()
  await dialog.getByRole('radio', { name: /apart leggen/ }).check()
  await dialog.getByLabel(/^Server/).fill('127.0.0.1')
  await dialog.getByLabel('Poort').fill(String(world.port))
  await dialog.getByLabel('Versleuteling').selectOption('none')
  await dialog.getByRole('button', { name: 'Deze instellingen testen' }).click()
  await expect(dialog.getByText('netwerk waar Tierwise niet bij mag')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /eigen netwerk/ }).check()
  await dialog.getByRole('button', { name: 'Deze instellingen testen' }).click()
  await expect(dialog.getByText('SMTP-server (mail uit): werkt.')).toBeVisible()
  await root.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(root.getByRole('heading', { name: 'helpdesk@contoso.example' })).toBeVisible()
  await expectEveryLook(root, 'mail-mailboxes', {
    settled: (page) => page.getByText('helpdesk@contoso.example').first().waitFor(),
    except: words,
  })
})

test('mail of a stranger waits, and is looked at safely', async () => {
  await writes('Nieuwe Collega <nieuw@contoso.example>', 'Telefoon weigert', 'Mijn telefoon weigert alles.')
  await root.goto('/mail')
  await wear(root, dutch)
  await expect(root.getByText('Telefoon weigert').first()).toBeVisible({ timeout: 20_000 })
  await expectEveryLook(root, 'mail-aside', {
    settled: (page) => page.getByText('Telefoon weigert').first().waitFor(),
    except: words,
  })
  await wear(root, dutch)
  await root.getByText('Telefoon weigert').first().click()
  await expect(root.getByText('Niemand hier heeft dit adres.').first()).toBeVisible()
  await expectEveryLook(root, 'mail-one', {
    settled: (page) => page.getByText('nieuw@contoso.example').first().waitFor(),
    except: words,
  })
})

test('a mail says why it cannot become a ticket while no plan is published', async () => {
  await wear(root, dutch)
  await root.getByRole('button', { name: 'Melding openen' }).click()
  await expect(root.getByRole('dialog')).toContainText('nieuw@contoso.example')
  await root.keyboard.press('Control+Enter')
  await expect(root.getByRole('dialog').getByRole('alert')).toContainText('plan')
})
