import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '../../document/support-plan.ts'
import { changedPlaces } from '../../versions/changed-places.ts'
import type { Json } from '../../versions/json.ts'
import type { Finding } from '../finding.ts'
import type { Rule } from '../rule.ts'
import { sayFinding, sayMend, sayMendButton } from '../say.ts'
import { aDesk, aPlan } from './plan-parts.ts'
import { speeches } from './speeches.ts'

/** A small change to the starter plan, or to a desk on which it lacks nothing. */
type Change = (plan: SupportPlan, desk: ReturnType<typeof aDesk>) => unknown

/** `mended`: where the one-click mend changes the plan; without it, only a person can mend this. */
type Fault = readonly [what: string, change: Change, place: string, mended?: readonly string[]]
type Sound = readonly [what: string, change: Change]

type Tables = {
  /** Plans with the fault. */
  readonly faults: readonly [Fault, ...Fault[]]
  /** The nearest plans without it. */
  readonly sound: readonly [Sound, ...Sound[]]
  /** What is known of a running desk beside the plan; nothing on the command line. */
  readonly on?: 'desk' | 'paper'
}

/** Shows what one rule finds, what it leaves alone, and that its mend takes away the finding and touches nothing else. */
export function describeRule(rule: Rule, { faults, sound, on = 'paper' }: Tables): void {
  const made = (change: Change) => {
    const [plan, desk] = [aPlan(), aDesk()]
    change(plan, desk)
    return { plan, facts: on === 'desk' ? desk : null }
  }
  const placesIn = ({ plan, facts }: ReturnType<typeof made>) =>
    rule.find(plan, facts).map((spot) => spot.place.join('.'))

  describe(`${rule.code} (${on})`, () => {
    test('says nothing of the starter plan', () => {
      expect(placesIn(made(() => undefined))).toEqual([])
    })

    for (const [what, change, place] of faults) {
      test(`is found: ${what}`, () => expect(placesIn(made(change))).toContain(place))

      test(`is said with everything its sentences name: ${what}`, () => {
        const { plan, facts } = made(change)
        for (const spot of rule.find(plan, facts)) {
          const finding = { code: rule.code, ...spot }
          for (const speech of speeches) {
            expect(sayFinding(finding, speech)).not.toBe('')
            expect(sayMend(finding, speech)).not.toBe('')
            if (rule.mend) expect(sayMendButton(finding, speech)).not.toBe('')
          }
        }
      })
    }

    for (const [what, change] of sound) {
      test(`is not found: ${what}`, () => expect(placesIn(made(change))).toEqual([]))
    }

    for (const [what, change, place, mended] of faults) {
      test(`is mended where a machine can: ${what}`, () => {
        const { plan, facts } = made(change)
        const spots = rule.find(plan, facts)
        const found = spots.find((spot) => spot.place.join('.') === place)
        if (!found) throw new Error(`Nothing is found at ${place}`)
        const finding: Finding = { code: rule.code, severity: rule.severity, ...found }
        const before = structuredClone(plan)
        const after = rule.mend?.(plan, finding) ?? null
        expect(plan).toEqual(before)
        if (mended === undefined) {
          expect(after).toBeNull()
          return
        }
        if (after === null) throw new Error('Nothing is mended')
        expect(rule.find(after, facts).length).toBeLessThan(spots.length)
        const changes = changedPlaces(before as unknown as Json, after as unknown as Json)
        expect(changes.map((one) => one.join('.'))).toEqual(mended)
      })
    }
  })
}
