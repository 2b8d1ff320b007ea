import { expect, test } from 'vitest'
import { webhookAddress } from './channels.ts'

const simulator = 'http://127.0.0.1:7400'

test.each([
  ['https://prod-00.westeurope.logic.azure.com/workflows/1/invoke?sig=x', 'prod-00.westeurope.logic.azure.com'],
  [
    'https://default1.0.environment.api.powerplatform.com:443/powerautomate/x',
    'default1.0.environment.api.powerplatform.com',
  ],
  ['http://127.0.0.1:7400/webhooks/desk?sig=1', '127.0.0.1:7400'],
  ['http://prod-00.westeurope.logic.azure.com/workflows/1', 'webhook-host-not-allowed'],
  ['https://prod-00.logic.azure.com:8443/workflows/1', 'webhook-host-not-allowed'],
  ['https://logic.azure.com.evil.example/x', 'webhook-host-not-allowed'],
  ['https://evil-logic.azure.com.example/x', 'webhook-host-not-allowed'],
  ['https://notlogic.azure.com/x', 'webhook-host-not-allowed'],
  ['https://169.254.169.254/latest', 'webhook-host-not-allowed'],
  ['http://127.0.0.1:7401/x', 'webhook-host-not-allowed'],
  ['https://user:pass@prod-00.westeurope.logic.azure.com/x', 'webhook-not-valid'],
  ['prod-00.westeurope.logic.azure.com/x', 'webhook-not-valid'],
  ['', 'webhook-not-valid'],
])('%s: %s', (text, outcome) => {
  const answer = webhookAddress(text, simulator)
  expect(answer.ok ? answer.host : answer.code).toBe(outcome)
})

test('without a simulator its address is none', () => {
  expect(webhookAddress('http://127.0.0.1:7400/x', null)).toEqual({ ok: false, code: 'webhook-host-not-allowed' })
})
