import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { problemsIn, warningsIn } from './check-mail.ts'
import { contactFacts } from './contact-facts.ts'
import { mailOf, type Worded } from './inherited.ts'
import { mailKinds, type MailText, usualTiming } from './mail.ts'
import { differences, paragraphsOf, withParagraph } from './paragraphs.ts'
import { filled, namesIn, placeholders } from './placeholders.ts'
import { readyMail } from './ready/ready-mail.ts'
import { enrollmentSteps } from './ready/steps.ts'

const values = Object.fromEntries(placeholders.map((name) => [name, `<${name}>`])) as Record<
  (typeof placeholders)[number],
  string
>

describe('placeholders', () => {
  test('are filled in wherever they stand', () => {
    expect(filled('Hallo {{name}}, op {{ starts }}.', values)).toBe('Hallo <name>, op <starts>.')
  })

  test('that nobody knows stay as they are typed', () => {
    expect(filled('{{naam}} {{}} {name}', values)).toBe('{{naam}} {{}} {name}')
  })

  test('in what is filled in are words: a name cannot ask for another', () => {
    expect(filled('{{name}}', { ...values, name: '{{contact}}' })).toBe('{{contact}}')
  })
})

const text = (change: Partial<MailText['body']> = {}): MailText => ({
  subject: { nl: 'Onderwerp', en: 'Subject' },
  body: { nl: 'Hallo {{name}}', en: 'Hello {{name}}', ...change },
})

describe('a mail may go', () => {
  test.each(mailKinds)('as Tierwise brings it: %s', (kind) => {
    expect(problemsIn(readyMail[kind])).toEqual([])
    expect(warningsIn(kind, readyMail[kind])).toEqual([])
  })

  test.each([
    ['a language is missing', { en: ' ' }, { code: 'missing', language: 'en', field: 'body' }],
    [
      'a placeholder is unknown',
      { nl: 'Hallo {{naam}}' },
      { code: 'unknown-placeholder', name: 'naam', language: 'nl' },
    ],
    ['braces belong to nothing', { nl: 'Hallo {{name}' }, { code: 'loose-braces', language: 'nl' }],
  ])('not while %s', (_, body, problem) => {
    expect(problemsIn(text(body))).toMatchObject([problem])
  })

  test('not with a subject of many lines', () => {
    const subject = { nl: 'Stappen: {{steps}}', en: 'Subject' }
    expect(problemsIn({ ...text(), subject })).toMatchObject([{ code: 'too-long-for-a-subject', name: 'steps' }])
  })

  test.each([
    ['enrollment', {}, ['no-steps', 'no-steps', 'no-contact', 'no-contact']],
    ['kick-off', {}, []],
    ['kick-off', { en: 'Hello {{name}} {{wave}}' }, ['languages-differ']],
  ] as const)('%s with %j is warned of %j', (kind, body, codes) => {
    expect(warningsIn(kind, text(body)).map(({ code }) => code)).toEqual(codes)
  })
})

describe('a lesson', () => {
  const body = readyMail.enrollment.body.nl
  const lesson = 'Zie je 0x80180013? Verwijder dan eerst je oude toestel.'

  test('stands before the contact card, and once', () => {
    const after = withParagraph(body, lesson)
    const all = paragraphsOf(after)
    expect(all[all.indexOf(lesson) + 1]).toBe('{{contact}}')
    expect(withParagraph(after, lesson)).toBe(after)
    expect(differences(body, after).filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: lesson },
    ])
  })

  test('stands before the last words where there is no card, and is the first of an empty mail', () => {
    expect(paragraphsOf(withParagraph('Een\n\nTwee', 'Les'))).toEqual(['Een', 'Les', 'Twee'])
    expect(withParagraph('', 'Les')).toBe('Les')
  })
})

describe('differences', () => {
  const bodies = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map((all) => all.join('\n\n'))

  test('give back both texts, with nothing said twice', () => {
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const found = differences(before, after)
        const without = (kind: 'added' | 'removed') =>
          found.filter((one) => one.kind !== kind).map((one) => one.text)
        expect(without('added')).toEqual(paragraphsOf(before))
        expect(without('removed')).toEqual(paragraphsOf(after))
      }),
    )
  })

  test('of a text with itself are none', () => {
    expect(differences('a\n\nb', 'a\r\n\r\n\r\nb').every(({ kind }) => kind === 'same')).toBe(true)
  })
})

describe('the text of a wave', () => {
  const own = (words: string): Worded => ({
    kind: 'before',
    text: text({ nl: words }),
    timing: usualTiming.before,
  })

  test('is its own, else what the wave before it said in the end, else what Tierwise brings', () => {
    const written = [
      { wave: 'wave-2', mails: [] },
      { wave: 'wave-1', mails: [own('golf 1')] },
      { wave: 'pilot', mails: [own('pilot')] },
    ]
    expect(mailOf('before', written, 'wave-2')).toMatchObject({
      origin: 'previous',
      from: 'wave-1',
      text: text({ nl: 'golf 1' }),
    })
    expect(mailOf('after', written, 'wave-2')).toMatchObject({
      origin: 'ready',
      from: null,
      text: readyMail.after,
    })
    expect(mailOf('before', written.slice(1), 'wave-1')).toMatchObject({ origin: 'own', from: 'wave-1' })
  })
})

test('every platform of the plan has steps, in both languages', () => {
  for (const platform of platforms) {
    const { steps } = enrollmentSteps[platform]
    expect(steps.length).toBeGreaterThan(2)
    for (const step of steps) expect(Object.values(step).every((words) => words.length > 10)).toBe(true)
  }
})

test('the ready mails use what differs per person, wave and plan', () => {
  const used = new Set(mailKinds.flatMap((kind) => namesIn(readyMail[kind].body.nl)))
  expect([...used].toSorted()).toEqual(['contact', 'ends', 'name', 'organisation', 'starts', 'steps'])
})

test('the contact card tells whom the plan lets talk to people, when they are there, and what to have at hand', () => {
  const plan = starterPlan({ startDay: '2026-11-30', owner: 'Contoso', timeZone: 'Europe/Amsterdam' })
  const facts = contactFacts(plan)
  expect(facts?.name).toEqual(plan.teams.tiers[0]?.name)
  expect(facts?.hours).toMatchObject([{ firstDay: 1, lastDay: 5 }])
  expect(facts?.atHand.length).toBeGreaterThan(1)
})
