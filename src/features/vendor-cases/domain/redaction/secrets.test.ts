import { describe, expect, test } from 'vitest'
import { nothingKnown } from './known-personal.ts'
import { redact } from './redact.ts'
import { secretMark, withoutSecrets } from './secrets.ts'

describe('secrets never stay', () => {
  test.each([
    ['a bearer token', 'Authorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOi.eyJhdWQiOiIwMDAwMDAwMi.QmxhQmxh'],
    ['a signed link', 'https://x.blob.core.windows.net/logs/a.zip?sv=2024-01-01&se=2026-12-01&sig=abc%2Bdef%3D'],
    ['a password', 'Mijn wachtwoord is Zomer2026!'],
    ['a password after a colon', 'password: hunter22'],
    ['a client secret', 'client_secret=Q~8abcDEF123'],
    ['a pin', 'pincode 482913 is veranderd in pincode: 482914'],
    ['a BitLocker key', '123456-234567-345678-456789-567890-678901-789012-890123'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----'],
    ['a BitLocker key without dashes', '123456 234567 345678-\n456789 567890 678901 789012 890123'],
    ['a FileVault key', 'ABCD-EFGH-IJKL-MNOP-QRST-UV12'],
    ['a bypass code', 'bypass code: 7K3QW-8JH2N-AAA11-QQ22W-PP3R'],
    ['a password of the administrator', 'LAPS: Zomer2026!x8#kLm2p'],
    ['a short word for password', 'ww Zomer2026! of pw=Zomer2026!'],
    ['a password in quotes', 'wachtwoord "Zomer2026! in juni"'],
    ['a password after its name', 'inloggegevens: ada / Zomer2026!'],
    ['a password in a page', '<password>Zomer2026!</password>'],
    ['a passcode', 'passcode 482914'],
    ['a pin with a space', 'de pincode is 48 29 14 en pin 482914'],
    ['a code of an authenticator', 'verification code is 482914, code 482914 uit de authenticator'],
    ['a pass for a while', 'Temporary Access Pass: Zomer2026!'],
    ['an address of a webhook', 'https://contoso.webhook.office.com/webhookb2/eyJ/IncomingWebhook/eyJ'],
    ['an address of a workflow', 'https://prod-00.westeurope.logic.azure.com/workflows/eyJ'],
    ['a secret of Entra ID', 'abc8Q~8abcDEF123abcDEF123abcDEF123abc'],
    ['a header with cookies', 'Set-Cookie: session=AQwAbc123; secure'],
    ['a cookie', 'ESTSAUTHPERSISTENT=0.AQwAbc123;'],
  ])('%s', (_, text) => {
    const { text: bare, removed } = withoutSecrets(text)
    expect(bare).toContain(secretMark)
    expect(removed).toBeGreaterThan(0)
    for (const word of ['eyJ', 'sig=abc', 'Zomer2026', 'hunter22', 'Q~8', '482914', '345678-', 'MIIabc', 'AQwAbc'])
      expect(bare).not.toContain(word)
  })

  test('also where everything is shown', () => {
    const shown = redact(['Ada, wachtwoord: Zomer2026!'], nothingKnown, () => true)
    expect(shown.texts).toEqual([`Ada, wachtwoord: ${secretMark}`])
  })

  test.each([
    'Wachtwoord is verlopen',
    'the password was incorrect',
    'password policy',
    'Toegangscode vereist',
    'the password policy requires 8 characters',
    'pin 6 cijfers, passcode required after 15 minutes',
    'TAP on the icon 3 times',
    'VERSION-2025-1020',
    'Sleutel is kwijt, token is expired',
  ])('but %s is no secret', (text) => expect(withoutSecrets(text)).toEqual({ text, removed: 0 }))
})
