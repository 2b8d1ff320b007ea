import { assert, property, record, array, boolean, integer, constantFrom } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import type { Learner } from '../course.ts'
import { type LineCertificate, lineOf, newestOf } from './certificate-line.ts'
import { gapsIn } from './gaps.ts'
import { mayBeTrainedBy, mayTrain } from './may-train.ts'

const plan = starterPlan({ startDay: '2026-12-07', owner: 'Rollout' })
const course = plan.training.courses.find(({ key }) => key === 'tier-1') ?? plan.training.courses[0]
if (!course) throw new Error('The starter plan has courses')
const now = '2026-11-23T09:00:00.000Z'

type Kind = 'root' | 'lead' | 'member'
function person(personId: string, kind: Kind, certifiedFor: number | null = null): Learner {
  const team = kind === 'root' ? 'mdm-team' : 'servicedesk'
  const certification = { tier: certifiedFor ?? 0, from: '2026-01-01T00:00:00.000Z', until: null, override: null }
  return {
    personId,
    teams: [team],
    leads: kind === 'lead' ? [team] : [],
    certifications: certifiedFor === null ? [] : [certification],
  }
}

const certificate = (id: string, given: Partial<LineCertificate>): LineCertificate => ({
  id,
  personId: 'lies',
  courseKey: 'tier-1',
  trainerId: 'mira',
  trainerAs: 'root',
  restsOn: null,
  issuedAt: now,
  validUntil: '2027-11-24T00:00:00.000Z',
  revokedAt: null,
  ...given,
})
const kept = (...all: LineCertificate[]) => new Map(all.map((one) => [one.id, one]))
const ofLies = certificate('1', {})

describe('who may train', () => {
  const override = { ...person('lies', 'lead', 1) }
  test.each([
    ['somebody of the MDM team who is certified for a higher tier', person('mira', 'root', 3), kept(), null],
    ['somebody of the MDM team without certification', person('mira', 'root'), kept(), 'trainer-not-certified'],
    [
      'somebody of the MDM team certified for a lower tier alone',
      person('m', 'root', 0),
      kept(),
      'trainer-not-certified',
    ],
    ['a member', person('tess', 'member', 1), kept(), 'trainer-not-in-lineage'],
    ['a lead who may work but was not trained', override, kept(), 'trainer-not-trained'],
    ['a lead who was trained', person('lies', 'lead', 1), kept(ofLies), null],
    [
      'a lead trained for another course',
      person('lies', 'lead'),
      kept(certificate('1', { courseKey: 'tier-2' })),
      'trainer-not-trained',
    ],
    [
      'a lead whose certificate ended',
      person('lies', 'lead'),
      kept(certificate('1', { validUntil: now })),
      'trainer-not-certified',
    ],
    [
      'a lead whose certificate was revoked',
      person('lies', 'lead'),
      kept(certificate('1', { revokedAt: now })),
      'trainer-not-trained',
    ],
  ] as const)('%s', (_, trainer, certificates, refusal) => {
    const right = mayTrain(plan, course, trainer, certificates, now)
    expect(right.ok ? null : right.refusal.code).toBe(refusal)
  })

  test('a lead whose trainer’s certificate was revoked may not', () => {
    const above = certificate('1', { personId: 'joris', revokedAt: now })
    const own = certificate('2', { trainerId: 'joris', trainerAs: 'lead', restsOn: '1' })
    const right = mayTrain(plan, course, person('lies', 'lead'), kept(above, own), now)
    expect(right).toMatchObject({ ok: false, refusal: { code: 'trainer-line-broken' } })
  })

  test('where trainers need no certification, a lead may without one', () => {
    const free = structuredClone(plan)
    free.training.lineage.trainerNeedsCertification = false
    expect(mayTrain(free, course, person('lies', 'lead'), kept(), now)).toMatchObject({
      ok: true,
      value: { as: 'lead', restsOn: null },
    })
  })
})

describe('whom they train', () => {
  const root = { personId: 'mira', right: { as: 'root', restsOn: null } } as const
  const lead = { personId: 'lies', right: { as: 'lead', restsOn: '1' } } as const
  test.each([
    ['the MDM team trains a lead', root, person('lies', 'lead'), null],
    ['the MDM team leaves members to their lead', root, person('tess', 'member'), 'not-for-you'],
    ['a lead trains a member', lead, person('tess', 'member'), null],
    ['nobody trains themselves', lead, person('lies', 'lead'), 'trainer-cannot-attend'],
    ['nobody is trained by whom they trained', lead, person('mira', 'lead'), 'trained-your-trainer'],
  ] as const)('%s', (_, trainer, learner, refusal) => {
    const may = mayBeTrainedBy(plan, course, learner, trainer, kept(ofLies))
    expect(may.ok ? null : may.refusal.code).toBe(refusal)
  })
})

/** A year of training: who trains whom, when the rules let them, and now and then a certificate that is revoked. */
const people = [
  person('m1', 'root', 3),
  person('m2', 'root', 3),
  person('l1', 'lead'),
  person('l2', 'lead'),
  person('l3', 'lead'),
  person('t1', 'member'),
  person('t2', 'member'),
]
const anybody = constantFrom(...people)
const steps = array(
  record({ trainer: anybody, learner: anybody, days: integer({ min: 1, max: 90 }), revokes: boolean() }),
  { maxLength: 60 },
)

type Step = {
  readonly trainer: Learner
  readonly learner: Learner
  readonly days: number
  readonly revokes: boolean
}

function played(all: readonly Step[]): Map<string, LineCertificate> {
  const certificates = new Map<string, LineCertificate>()
  let at = Date.parse(now)
  for (const [index, { trainer, learner, days, revokes }] of all.entries()) {
    at += days * 86_400_000
    const issuedAt = new Date(at).toISOString()
    const right = mayTrain(plan, course as never, trainer, certificates, issuedAt)
    if (!right.ok) continue
    const known = { personId: trainer.personId, right: right.value }
    if (!mayBeTrainedBy(plan, course as never, learner, known, certificates).ok) continue
    const id = String(index).padStart(4, '0')
    certificates.set(
      id,
      certificate(id, {
        personId: learner.personId,
        trainerId: trainer.personId,
        trainerAs: right.value.as,
        restsOn: right.value.restsOn,
        issuedAt,
        validUntil: new Date(at + 365 * 86_400_000).toISOString(),
        revokedAt: revokes && index % 5 === 0 ? issuedAt : null,
      }),
    )
  }
  return certificates
}

describe('the lineage', () => {
  test('has no circle: nobody stands twice in a line', () => {
    assert(
      property(steps, (all) => {
        const certificates = played(all)
        for (const one of certificates.values()) {
          const { people: line } = lineOf(certificates, one)
          expect(new Set(line).size).toBe(line.length)
        }
      }),
    )
  })

  test('every right has a root, or a revoked certificate that shows', () => {
    assert(
      property(steps, (all) => {
        const certificates = played(all)
        for (const one of certificates.values()) {
          const line = lineOf(certificates, one)
          expect(line.ends).not.toBe('nowhere')
          if (line.ends === 'root') expect(['m1', 'm2']).toContain(line.rootId)
        }
      }),
    )
  })

  test('a revoked certificate shows in all that rests on it, and in nothing else', () => {
    assert(
      property(steps, integer({ min: 0, max: 59 }), (all, which) => {
        const certificates = played(all.map((step) => ({ ...step, revokes: false })))
        const revoked = [...certificates.values()][which]
        if (!revoked) return
        const after = new Map(certificates).set(revoked.id, { ...revoked, revokedAt: now })
        for (const one of after.values()) {
          const above: string[] = []
          for (
            let at: LineCertificate | undefined = one;
            at;
            at = at.restsOn ? after.get(at.restsOn) : undefined
          ) {
            above.push(at.id)
            if (at.trainerAs === 'root') break
          }
          expect(lineOf(after, one).ends).toBe(above.includes(revoked.id) ? 'revoked' : 'root')
        }
      }),
    )
  })

  test('whatever is kept, a line ends', () => {
    const ids = constantFrom('1', '2', '3', '4')
    const any = array(
      record({ id: ids, personId: constantFrom('a', 'b'), trainerId: constantFrom('a', 'b'), restsOn: ids }),
    )
    assert(
      property(any, (all) => {
        const certificates = kept(...all.map((one) => certificate(one.id, { ...one, trainerAs: 'lead' })))
        for (const one of certificates.values()) expect(lineOf(certificates, one).ends).toBe('nowhere')
      }),
    )
  })
})

describe('gaps', () => {
  const gaps = (certificates: ReadonlyMap<string, LineCertificate>, at = now) =>
    gapsIn(plan, [person('lies', 'lead', 1), person('tess', 'member')], certificates, at).map(
      ({ kind, personId }) => `${personId} ${kind}`,
    )

  test.each([
    ['nobody trained', kept(), now, ['lies untrained', 'lies trainer-without-right', 'tess untrained']],
    ['the lead trained', kept(ofLies), now, ['tess untrained']],
    ['the lead trained long ago', kept(ofLies), '2027-11-01T00:00:00.000Z', ['lies ending', 'tess untrained']],
    [
      'the lead trained too long ago',
      kept(ofLies),
      '2027-11-24T00:00:00.000Z',
      ['lies ended', 'lies trainer-without-right', 'tess untrained'],
    ],
  ] as const)('%s', (_, certificates, at, expected) => expect(gaps(certificates, at)).toEqual(expected))

  test('the newest certificate counts, and none that was revoked', () => {
    const newer = certificate('2', { issuedAt: '2026-12-01T00:00:00.000Z' })
    expect(newestOf(kept(ofLies, newer), 'lies', 'tier-1')?.id).toBe('2')
    expect(newestOf(kept(ofLies, { ...newer, revokedAt: now }), 'lies', 'tier-1')?.id).toBe('1')
  })
})
