import { expect, test } from 'vitest'
import { byteLength, cardMessage, type CardWords, largestCardBytes } from './card.ts'

const words: CardWords = {
  title: 'T-1042 to tier 3',
  text: 'Enrollment stops',
  facts: [{ label: 'Priority', value: 'P2' }],
  link: { label: 'Open', url: 'https://desk.contoso.example/tickets/1042' },
}
type Card = {
  attachments: [
    {
      content: { version: string; body: { type: string; text?: string; facts?: unknown[] }[]; actions: unknown[] }
    },
  ]
}
const contentOf = (given: CardWords) => (cardMessage(given) as unknown as Card).attachments[0].content

test('a card says what happened, and opens it', () => {
  const { version, body, actions } = contentOf(words)
  expect(version).toBe('1.4')
  expect(body.map(({ type }) => type)).toEqual(['TextBlock', 'TextBlock', 'FactSet'])
  expect(body[0]?.text).toBe('T-1042 to tier 3')
  expect(actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Open', url: 'https://desk.contoso.example/tickets/1042' },
  ])
})

test('what people typed is no link, whatever it looks like', () => {
  expect(contentOf({ ...words, text: '[click](https://evil.example)' }).body[1]?.text).toBe(
    '\\[click\\]\\(https://evil.example\\)',
  )
})

test.each([
  ['a long text', { ...words, text: 'é'.repeat(200_000) }],
  ['a text of signs that each take several bytes', { ...words, text: '🦊'.repeat(50_000) }],
  [
    'many long facts',
    { ...words, facts: Array.from({ length: 50 }, () => ({ label: 'ø'.repeat(999), value: '`'.repeat(9999) })) },
  ],
] as const)('%s is cut until Teams takes it', (_name, given) => {
  expect(byteLength(cardMessage(given))).toBeLessThanOrEqual(largestCardBytes)
})
