import { describe, expect, it } from 'vitest'
import { classify, type MailClass, type MailContext, mayAnswerAutomatically } from './classify.ts'
import { parseMail } from './parse.ts'

const context: MailContext = {
  envelopeFrom: null,
  ownAddresses: new Set(['helpdesk@contoso.example']),
  isOwnMessageId: (id) => id.endsWith('@tierwise.contoso.example'),
}

function mail(
  subject: string,
  body: string,
  headers: readonly string[] = [],
  from = 'Ada Visser <ada@contoso.example>',
) {
  const head = [
    `From: ${from}`,
    'To: helpdesk@contoso.example',
    `Subject: ${subject}`,
    'Message-ID: <a1@mail.example>',
  ]
  return Buffer.from([...head, ...headers, 'Content-Type: text/plain; charset=utf-8', '', body, ''].join('\r\n'))
}

async function read(raw: Uint8Array) {
  const result = await parseMail(raw)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function classOf(raw: Uint8Array, over: Partial<MailContext> = {}): Promise<MailClass> {
  return classify(await read(raw), { ...context, ...over })
}

const outlook = [
  'X-MS-Exchange-Organization-AuthAs: Internal',
  'X-MS-Has-Attach: yes',
  'Thread-Index: AdXyz',
  'X-Originating-IP: [192.0.2.7]',
]

/** What requesters write, as near to the words of machines as people come. */
const ordinary: readonly [subject: string, body: string, headers?: readonly string[], from?: string][] = [
  ['iPhone meldt zich niet aan', 'Hallo, mijn iPhone blijft hangen bij "Apparaatlimiet bereikt".'],
  ['Enrollment stops', 'My phone says 0x80180013 when I enroll.'],
  [
    'Onbestelbaar: offerte',
    'Ik krijg steeds "onbestelbaar" terug als ik naar klanten mail vanaf mijn telefoon. Kunnen jullie helpen?',
  ],
  ['Undeliverable', 'Every mail from my new phone comes back as undeliverable. What should I do?'],
  [
    'FW: Undeliverable: Offer March',
    "Hi, I get this since yesterday on every mail.\n\nFrom: Microsoft Outlook\nSubject: Undeliverable: Offer March\n\nYour message to x@y.example couldn't be delivered.\nRemote Server returned '550 5.7.708 Service unavailable'",
  ],
  [
    'FW: Undeliverable: Offer',
    'Wat betekent dit?\n\n> Final-Recipient: rfc822; x@y.example\n> Action: failed\n> Status: 5.1.1\n> Diagnostic-Code: smtp; 550 5.1.1 user unknown',
  ],
  [
    'Fwd: Returned mail: see transcript',
    'Could you tell me why all my mails to our supplier come back since Monday\n\nBegin forwarded message:\n> Reporting-MTA: dns; mx.example\n> Final-Recipient: rfc822; a@b.example\n> Diagnostic-Code: smtp; 550',
  ],
  [
    'Mail delivery failed on my laptop',
    'Outlook says "delivery failed" but webmail works. 550 5.1.1 is what I see.',
  ],
  ['Delivery failed', 'The courier could not deliver my laptop: delivery failed twice. Where do I pick it up?'],
  [
    'Out of office werkt niet op mijn iPhone',
    'Ik kan mijn afwezigheidsmelding niet aanzetten in Outlook op mijn iPhone.',
  ],
  ['Out of office', 'I cannot turn my out of office on since the phone is managed by Intune.'],
  ['Afwezig melden lukt niet', 'Afwezig melden in Teams lukt niet meer.'],
  ['Question about automatic reply', 'Automatic reply: how do I set it in the new Outlook?'],
  ['Automatic reply stays on', 'My automatic reply stays on although I am back.'],
  ['Re: Automatic reply: Ticket', 'I am back now. The problem is still there.'],
  ['Re: [T-1042] iPhone', 'Het werkt nu, dank je!\n\nOp ma 2 nov. 2026 schreef Helpdesk:\n> Probeer het nog eens'],
  [
    'RE: Your issue',
    'Still not working.\n\nFrom: Helpdesk <helpdesk@contoso.example>\nSent: Monday\nSubject: Your issue\n\nPlease try again',
    outlook,
  ],
  ['Postbus vol', 'Mijn mailbox is vol (mailbox full) en ik kan niets meer versturen.'],
  ['Quota exceeded', 'OneDrive says quota exceeded. User unknown when I log in?'],
  ['Bounce', 'The Bounce app does not install from the Company Portal.'],
  ['Company Portal: user unknown', 'Company Portal says "user unknown" and "no such user" after my name change.'],
  ['Failure notice in BitLocker', 'There is a failure notice in BitLocker on my laptop.'],
  ['Warning: message on screen', 'Warning: message on my screen says the device will be blocked in 4 hours.'],
  ['Vakantie', 'Ik ben op vakantie in Spanje en mijn telefoon werkt niet meer.'],
  ['On vacation and locked out', 'I am on vacation, locked out of my phone. Please call.'],
  ['Geen onderwerp', ''],
  ['', 'geen onderwerp, wel een probleem: mijn tablet is zwart'],
  ['Hulp', 'Hulp!'],
  ['Urgent', 'please help asap', ['Importance: high', 'X-Priority: 1']],
  ['Outlook on a shared mailbox', 'Text', ['X-Auto-Response-Suppress: All', ...outlook]],
  ['Laptop', 'Text', ['X-Auto-Response-Suppress: DR, OOF, AutoReply']],
  [
    'Laptop via redirect',
    'Text',
    ['X-MS-Exchange-Inbox-Rules-Loop: helpdesk@contoso.example', 'Resent-From: helpdesk@contoso.example'],
  ],
  ['Explicitly by hand', 'Text', ['Auto-Submitted: no']],
  ['Explicitly by hand, said at length', 'Text', ['Auto-Submitted: no (a person wrote this)']],
  ['Normal precedence', 'Text', ['Precedence: normal']],
  ['First class', 'Text', ['Precedence: first-class']],
  ['Return path of a person', 'Text', ['Return-Path: <ada@contoso.example>']],
  [
    'Return path rewritten by a forwarder',
    'Text',
    ['Return-Path: <SRS0=abcd=xy=contoso.example=ada@relay.example>'],
  ],
  ['From a role', 'De printer op kantoor weigert alles.', [], 'Receptie <info@contoso.example>'],
  [
    'From the postmaster in person',
    'My own phone does not enroll, can you look?',
    [],
    'Pim Post <postmaster@partner.example>',
  ],
  [
    'Van de systeembeheerder',
    'Onze proxy geeft "host not found" en de mail komt als undeliverable terug.',
    [],
    'Systeembeheerder Jan <jan@partner.example>',
  ],
  [
    'Feedback',
    'Feedback on the new phone: the delivery was late, the mail could not be delivered to me.',
    [],
    'Feedback Kees <kees@contoso.example>',
  ],
  ['Name with a comma', 'Text', [], '"Visser, Ada" <ada@contoso.example>'],
  ['Address only', 'Text', [], 'ada@contoso.example'],
  [
    '=?utf-8?Q?Probl=C3=A8me?=',
    'Mon téléphone ne marche pas.',
    [],
    '=?utf-8?B?w4lsw6lvbm9yZQ==?= <eleonore@contoso.example>',
  ],
  ['Spam filter rejected my mail', 'Spam filter says: your message has been rejected. 550 5.7.1 access denied.'],
  [
    'Teams: message not delivered',
    'In Teams I see "message not delivered" in red. The following recipient: everybody.',
  ],
  ['Reply to the list of devices', 'Which devices do I have? List-Unsubscribe does not work in my newsletter.'],
  [
    'Stuck for 4 hours',
    'Could not send message for past 4 hours, says the phone. Transcript of session follows: none.',
  ],
  ['No reply', 'I got no reply to my mail of last week.', [], 'Noor Reply <noor@contoso.example>'],
]

describe('an ordinary mail of a requester', () => {
  it('is tried in at least forty forms', () => expect(ordinary.length).toBeGreaterThanOrEqual(40))

  it.each(ordinary)('is a person: %s', async (subject, body, headers, from) => {
    expect(await classOf(mail(subject, body, headers, from))).toEqual({ kind: 'person' })
  })

  it('gets no automatic answer where X-Auto-Response-Suppress asks for none, and is a person all the same', async () => {
    const parsed = await read(mail('Laptop', 'Text', ['X-Auto-Response-Suppress: All']))
    expect(mayAnswerAutomatically(parsed, classify(parsed, context))).toBe(false)
    const plain = await read(mail('Laptop', 'Text'))
    expect(mayAnswerAutomatically(plain, classify(plain, context))).toBe(true)
  })
})

describe('a mail that no person wrote', () => {
  const notPersons: readonly [
    sign: string,
    kind: MailClass['kind'],
    raw: Uint8Array,
    over?: Partial<MailContext>,
  ][] = [
    ['Auto-Submitted', 'automatic', mail('Disk full', 'server 7', ['Auto-Submitted: auto-generated'])],
    ['a null sender in the envelope', 'automatic', mail('Hi', 'x'), { envelopeFrom: '' }],
    ['a null return path', 'automatic', mail('Hi', 'x', ['Return-Path: <>'])],
    ['precedence bulk', 'automatic', mail('Sale', 'x', ['Precedence: bulk'])],
    ['precedence junk', 'automatic', mail('Sale', 'x', ['Precedence: junk'])],
    ['precedence list', 'list', mail('Digest', 'x', ['Precedence: list'])],
    ['List-Id', 'list', mail('Digest', 'x', ['List-Id: <news.example>'])],
    ['List-Unsubscribe', 'list', mail('Sale', 'x', ['List-Unsubscribe: <https://x.example>'])],
    ['a no-reply address', 'automatic', mail('Notice', 'x', [], 'No Reply <no-reply@vendor.example>')],
    ['nobody in From', 'automatic', mail('Notice', 'x', [], 'Somebody')],
    [
      'an absence',
      'out-of-office',
      mail('Automatic reply: iPhone', 'I am away', ['Auto-Submitted: auto-replied']),
    ],
    ['an absence of Exchange', 'out-of-office', mail('Automatisch antwoord: iPhone', 'Ik ben er niet')],
    [
      'an absence of Gmail',
      'out-of-office',
      mail('Afwezig Re: iPhone', 'x', ['Precedence: bulk', 'X-Autoreply: yes']),
    ],
    ['an absence without a known subject', 'out-of-office', mail('Re: iPhone', 'x', ['X-Autorespond: iPhone'])],
    ['our own Message-ID', 'own', mail('x', 'y', ['Message-ID: <b@tierwise.contoso.example>']).subarray(0)],
    ['our own address', 'own', mail('x', 'y', [], 'Helpdesk <HELPDESK@contoso.example>')],
    ['our own address as Sender', 'own', mail('x', 'y', ['Sender: helpdesk@contoso.example'])],
    [
      'the word of qmail',
      'bounce',
      mail(
        'failure notice',
        'Hi. This is the qmail-send program at mx.example.\n<x@y.example>:\nuser unknown',
        [],
        'MAILER-DAEMON@mx.example',
      ),
    ],
    [
      'the word of a mail system in Dutch',
      'bounce',
      mail(
        'Onbestelbaar: offerte',
        'Uw bericht kon niet worden bezorgd. 550 5.1.1',
        ['Return-Path: <>'],
        'Postmaster <postmaster@mx.example>',
      ),
    ],
  ]

  it.each(notPersons)('is told by %s: %s', async (sign, kind, raw, over) => {
    const own = sign === 'our own Message-ID'
    const told = own
      ? Buffer.from(Buffer.from(raw).toString().replace('Message-ID: <a1@mail.example>\r\n', ''))
      : raw
    const parsed = await read(told)
    const mailClass = classify(parsed, { ...context, ...over })
    expect(mailClass.kind).toBe(kind)
    expect(mayAnswerAutomatically(parsed, mailClass)).toBe(false)
  })
})
