import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleReply } from './visible-reply.ts'

const quoted = '> Probeer het nog eens.\n> Groet, Helpdesk'

describe('what somebody wrote now', () => {
  const histories: readonly [program: string, history: string][] = [
    ['Gmail', `On Mon, 2 Nov 2026 at 09:00, Helpdesk <helpdesk@contoso.example> wrote:\n${quoted}`],
    [
      'Gmail, wrapped',
      `On Mon, 2 Nov 2026 at 09:00, Helpdesk of Contoso\n<helpdesk@contoso.example> wrote:\n\n${quoted}`,
    ],
    ['Gmail in Dutch', `Op ma 2 nov 2026 om 09:00 schreef Helpdesk <helpdesk@contoso.example>:\n${quoted}`],
    ['Apple Mail', `> On 2 Nov 2026, at 09:00, Helpdesk <helpdesk@contoso.example> wrote:\n> \n${quoted}`],
    [
      'Apple Mail in Dutch',
      `Op 2 nov 2026, om 09:00 heeft Helpdesk <helpdesk@contoso.example> het volgende geschreven:\n\n${quoted}`,
    ],
    ['Thunderbird', `Op 2-11-2026 om 09:00 schreef Helpdesk:\n${quoted}`],
    ['Thunderbird in English', `On 11/2/26 09:00, Helpdesk wrote:\n${quoted}`],
    [
      'Outlook',
      '________________________________\nFrom: Helpdesk <helpdesk@contoso.example>\nSent: Monday, November 2, 2026 9:00 AM\nTo: Ada Visser\nSubject: Your issue\n\nProbeer het nog eens.',
    ],
    [
      'Outlook in Dutch',
      'Van: Helpdesk <helpdesk@contoso.example>\nVerzonden: maandag 2 november 2026 09:00\nAan: Ada Visser <ada@contoso.example>\nOnderwerp: Je melding\n\nProbeer het nog eens.',
    ],
    [
      'Outlook on a phone',
      'Van: Helpdesk <helpdesk@contoso.example>\nDatum: maandag 2 november 2026 09:00\nAan: Ada\nOnderwerp: Je melding\n\nProbeer het nog eens.',
    ],
    ['an old Outlook', '-----Original Message-----\nFrom: Helpdesk\n\nProbeer het nog eens.'],
    ['an old Outlook in Dutch', '-----Oorspronkelijk bericht-----\nVan: Helpdesk\n\nProbeer het nog eens.'],
    [
      'a program that marks nothing',
      'Op ma 2 nov 2026 schreef Helpdesk <helpdesk@contoso.example>:\n\nProbeer het nog eens.',
    ],
    ['German Outlook', 'Von: Helpdesk\nGesendet: Montag\nAn: Ada\nBetreff: x\n\ny'],
  ]

  it.each(histories)('is separated from the history of %s', (_program, history) => {
    expect(visibleReply(`Het werkt nog niet.\n\nAda\n\n${history}\n`).reply).toBe('Het werkt nog niet.\n\nAda')
  })

  it('is kept below a quote, as people write who answer at the bottom', () => {
    const text = `On Monday, 2 Nov 2026, Helpdesk <h@x.example> wrote:\n${quoted}\n\nHet werkt nog niet.`
    expect(visibleReply(text).reply).toBe('Het werkt nog niet.')
  })

  it('keeps the quotes between answers, which say what is answered', () => {
    const text = '> Werkt het?\n\nNee.\n\n> Welke code?\n\n0x80180013'
    expect(visibleReply(text).reply).toBe(text)
  })

  it('is everything where only a quote is there', () => {
    expect(visibleReply(quoted)).toEqual({ reply: quoted, history: '' })
  })

  it.each([
    'From: the kitchen I hear a sound.\nIt is my laptop.',
    'Van: alles geprobeerd, niets helpt.',
    'On Monday my phone broke. I wrote: help.\nAnd then nothing.',
    'Op maandag schreef ik al dat het niet werkt: nog steeds niet.',
    'Stap 1:\n-----\nStap 2:',
  ])('is not cut by ordinary words: %s', (text) => {
    expect(visibleReply(text).reply).toBe(text)
  })

  it('loses no word of the whole text, whatever it is', () => {
    const line = fc.constantFrom(
      'Hallo',
      '> quote',
      '',
      'From: a',
      'Sent: b',
      'To: c',
      'On x y z wrote:',
      '-----Original Message-----',
      'Op 2 nov schreef A <a@b>:',
    )
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).toSorted()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const { reply, history } = visibleReply(text)
        expect(words(`${reply}\n${history}`)).toEqual(words(text))
      }),
    )
  })

  it.each([
    'x'.repeat(3_000_000),
    'On '.repeat(300_000),
    `${'On a\n'.repeat(100_000)}`,
    '>'.repeat(500_000),
    '\n'.repeat(500_000),
  ])('is found in time in a text made to be slow (%#)', (text) => {
    const before = performance.now()
    visibleReply(text)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
