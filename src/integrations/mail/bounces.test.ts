import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classify, mayAnswerAutomatically } from './classify.ts'
import { parseMail } from './parse.ts'

const folder = '../shared/data/mail/bounces'
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
if (names.length === 0)
  console.log(`skipped: the bounces of real mail systems stand in ${folder}, which is absent here`)

const context = { envelopeFrom: null, ownAddresses: new Set<string>(), isOwnMessageId: () => false }

/** Reports that no mail system wrote: automatic answers and notices that stand among the bounces. */
const notBounces = new Set([
  'arf-26.eml',
  'lhost-amazonses-11.eml',
  'lhost-amazonses-13.eml',
  'rfc3834-02.eml',
  'rfc3834-04.eml',
  'rfc3834-05.eml',
  'rfc3834-06.eml',
])

async function classOf(name: string) {
  const result = await parseMail(readFileSync(`${folder}/${name}`))
  if (!result.ok) throw new Error(result.refusal.code)
  return { mail: result.value, mailClass: classify(result.value, context) }
}

describe.skipIf(names.length === 0)('a delivery report of a real mail system', () => {
  it.each(names)('%s opens no ticket and is not answered', async (name) => {
    const { mail, mailClass } = await classOf(name)
    expect(mailClass.kind).not.toBe('person')
    expect(mayAnswerAutomatically(mail, mailClass)).toBe(false)
  })

  it.each(names.filter((name) => !notBounces.has(name)))('%s is recognised as a report', async (name) => {
    const { mailClass } = await classOf(name)
    expect(mailClass.kind).toBe('bounce')
  })

  it('names its recipient or the mail it is about in nearly every case', async () => {
    const all = await Promise.all(names.map((name) => classOf(name)))
    const bounces = all.flatMap(({ mailClass }) => (mailClass.kind === 'bounce' ? mailClass.bounce : []))
    const traceable = bounces.filter(
      (bounce) => bounce.recipients.length + bounce.originalIds.length + bounce.mentioned.length > 0,
    )
    expect(traceable.length / bounces.length).toBeGreaterThan(0.98)
  })
})
