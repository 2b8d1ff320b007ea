import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '../../contract.ts'
import { starterPlan } from '../../domain/starter/starter-plan.ts'
import { accepted, begin, changedElsewhere, edited, isUnsaved, settled } from './draft-sync.ts'

const draft = (
  revision: number,
  change: (document: PlanDraft['document']) => void = () => undefined,
): PlanDraft => {
  const document = structuredClone(starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' }))
  change(document)
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    number: 2,
    state: 'draft',
    createdAt: '2026-11-23T09:00:00.000Z',
    author: null,
    changedAt: '2026-11-23T09:00:00.000Z',
    changedBy: null,
    approver: null,
    reason: null,
    reviewAskedAt: null,
    reviewAskedBy: null,
    publishedAt: null,
    supersededAt: null,
    revision,
    document,
    findings: [],
  }
}

describe('a draft on the page', () => {
  test('is in step until something is typed, and again once that was saved', () => {
    const start = begin(draft(1), null)
    expect(isUnsaved(start)).toBe(false)
    const typed = edited(start, ['owner'], 'Anna ')
    expect(isUnsaved(typed)).toBe(true)
    const saved = accepted(
      typed,
      typed.document,
      draft(2, (d) => (d.owner = 'Anna')),
    )
    expect(isUnsaved(saved)).toBe(false)
    expect(saved.document.owner).toBe('Anna ')
    expect(saved.saved.revision).toBe(2)
  })

  test('typed on while it was being saved is still unsaved, and loses nothing', () => {
    const typed = edited(begin(draft(1), null), ['owner'], 'Ann')
    const on = edited(typed, ['owner'], 'Anna')
    const saved = accepted(
      on,
      typed.document,
      draft(2, (d) => (d.owner = 'Ann')),
    )
    expect(isUnsaved(saved)).toBe(true)
    expect(saved.document.owner).toBe('Anna')
  })

  test('takes over the holidays that the server writes for a chosen country', () => {
    const day = { date: '2027-07-21', name: { nl: 'Nationale feestdag', en: 'National Day' } }
    const typed = edited(begin(draft(1), null), ['teams', 'supportHours', 0, 'holidays', 'country'], 'BE')
    const saved = accepted(
      typed,
      typed.document,
      draft(2, (d) => {
        const hours = d.teams.supportHours[0]
        if (hours) hours.holidays = { ...hours.holidays, country: 'BE', publicDays: [day] }
      }),
    )
    expect(saved.document.teams.supportHours[0]?.holidays.publicDays).toEqual([day])
    expect(isUnsaved(saved)).toBe(false)
  })

  test('follows somebody else’s save when nothing was typed here', () => {
    const sync = changedElsewhere(
      begin(draft(1), null),
      draft(2, (d) => (d.owner = 'Bart')),
    )
    expect(sync.document.owner).toBe('Bart')
    expect(isUnsaved(sync)).toBe(false)
  })

  test('brings somebody else’s save together with what was typed here', () => {
    const typed = edited(begin(draft(1), null), ['service'], 'Intune and Autopilot')
    const sync = changedElsewhere(
      typed,
      draft(2, (d) => (d.owner = 'Bart')),
    )
    expect(sync.document).toMatchObject({ owner: 'Bart', service: 'Intune and Autopilot' })
    expect(sync.conflicts).toEqual([])
    expect(isUnsaved(sync)).toBe(true)
    expect(sync.saved.revision).toBe(2)
  })

  test('keeps aside what both typed, until it is put back or let go', () => {
    const typed = edited(begin(draft(1), null), ['owner'], 'Anna')
    const sync = changedElsewhere(
      typed,
      draft(2, (d) => (d.owner = 'Bart')),
    )
    expect(sync.document.owner).toBe('Bart')
    const [conflict] = sync.conflicts
    expect(conflict).toMatchObject({ place: ['owner'], mine: 'Anna', theirs: 'Bart' })
    if (!conflict) return
    expect(settled(sync, conflict, true)).toMatchObject({ conflicts: [], document: { owner: 'Anna' } })
    expect(settled(sync, conflict, false)).toMatchObject({ conflicts: [], document: { owner: 'Bart' } })
  })

  test('comes back after a crash with what was typed, on top of what was saved since', () => {
    const base = draft(1).document
    const unsaved = { draftId: draft(1).id, base, document: { ...base, service: 'Intune and Autopilot' } }
    const sync = begin(
      draft(4, (d) => (d.owner = 'Bart')),
      unsaved,
    )
    expect(sync.document).toMatchObject({ owner: 'Bart', service: 'Intune and Autopilot' })
    expect(isUnsaved(sync)).toBe(true)
    expect(isUnsaved(begin({ ...draft(1), id: 'another' }, unsaved))).toBe(false)
  })
})
