import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { follow, type PersonHere } from './follow.ts'
import { type ChosenGroup, type SeenUser, seenNow, type UserNews } from './seen.ts'

const wave: ChosenGroup = {
  entraGroupId: 'g-1',
  name: 'Wave 1',
  key: 'wave-1',
  formerKey: null,
  missing: false,
  dropped: false,
}

const ada = (change: Partial<SeenUser> = {}): SeenUser => ({
  entraId: 'u-ada',
  name: 'Ada Visser',
  address: 'ada@contoso.example',
  signInName: 'ada@contoso.example',
  enabled: true,
  groups: ['g-1'],
  withdrawn: false,
  ...change,
})
const adaHere = (change: Partial<PersonHere> = {}): PersonHere => ({
  id: 'p-ada',
  name: 'Ada Visser',
  email: 'ada@contoso.example',
  groups: ['wave-1'],
  isRequester: true,
  disabled: false,
  entraId: 'u-ada',
  ...change,
})

describe('people who follow Entra ID', () => {
  it('become requesters with the key of their group', () => {
    const { add, link } = follow([], [ada()], [wave], [])
    expect(add).toEqual([
      { entraId: 'u-ada', name: 'Ada Visser', email: 'ada@contoso.example', groups: ['wave-1'] },
    ])
    expect(link).toEqual([])
  })

  it('are the person who has their address already, mail before sign-in name', () => {
    const here = adaHere({ entraId: null, groups: ['other'], email: 'ada@contoso.example' })
    const user = ada({ signInName: 'a.visser@contoso.example' })
    const steps = follow([], [user], [wave], [here])
    expect(steps.add).toEqual([])
    expect(steps.link).toEqual([{ personId: 'p-ada', entraId: 'u-ada' }])
    expect(steps.regroup).toEqual([{ id: 'p-ada', before: ['other'], after: ['other', 'wave-1'] }])
  })

  it('are renamed when they were renamed there, by their id', () => {
    const renamed = ada({
      name: 'Ada de Boer',
      address: 'ada.deboer@contoso.example',
      signInName: 'ada.deboer@contoso.example',
    })
    const { rename, add } = follow([ada()], [renamed], [wave], [adaHere()])
    expect(rename).toEqual([{ id: 'p-ada', name: 'Ada de Boer', email: 'ada.deboer@contoso.example' }])
    expect(add).toEqual([])
  })

  it('keep a name that was corrected here', () => {
    expect(follow([ada()], [ada()], [wave], [adaHere({ name: 'Ada' })]).rename).toEqual([])
  })

  it('are disabled when they are gone, and enabled when they are back', () => {
    const gone = follow([ada()], [ada({ enabled: false, groups: [] })], [wave], [adaHere()])
    expect(gone.disable).toEqual([{ personId: 'p-ada', entraId: 'u-ada' }])
    expect(gone.regroup).toEqual([{ id: 'p-ada', before: ['wave-1'], after: [] }])
    const [remembered] = gone.remember
    expect(remembered).toMatchObject({ withdrawn: true })
    const back = follow(
      gone.remember,
      [ada({ withdrawn: true })],
      [wave],
      [adaHere({ disabled: true, groups: [] })],
    )
    expect(back.enable).toEqual([{ personId: 'p-ada', entraId: 'u-ada' }])
    expect(back.remember).toMatchObject([{ withdrawn: false }])
  })

  it('stay disabled where an administrator here did it', () => {
    const { enable } = follow([ada()], [ada()], [wave], [adaHere({ disabled: true })])
    expect(enable).toEqual([])
  })

  it('are never renamed or disabled when they work at the desk', () => {
    const staff = adaHere({ isRequester: false })
    const renamed = ada({ name: 'Ada de Boer', address: 'ada.deboer@contoso.example', signInName: null })
    expect(follow([ada()], [renamed], [wave], [staff]).rename).toEqual([])
    const gone = follow([ada()], [ada({ enabled: false, groups: [] })], [wave], [staff])
    expect(gone.disable).toEqual([])
    expect(gone.regroup).toEqual([{ id: 'p-ada', before: ['wave-1'], after: [] }])
  })

  it('stay the same person when they are made anew there with the same address', () => {
    const steps = follow(
      [ada()],
      [ada({ enabled: false, groups: [] }), ada({ entraId: 'u-ada-2' })],
      [wave],
      [adaHere()],
    )
    expect(steps.link).toEqual([{ personId: 'p-ada', entraId: 'u-ada-2' }])
    expect([steps.add, steps.disable, steps.regroup]).toEqual([[], [], []])
  })

  it('leave a group that nobody wants any more, and one whose key was changed, but no group of another source', () => {
    const here = adaHere({ groups: ['imported', 'wave-1'] })
    const dropped = { ...wave, dropped: true }
    const without = seenNow([ada()], [dropped], new Map(), [])
    expect(follow([ada()], without, [dropped], [here]).regroup).toMatchObject([{ after: ['imported'] }])
    const rekeyed = { ...wave, key: 'first', formerKey: 'wave-1' }
    expect(follow([ada()], [ada()], [rekeyed], [here]).regroup).toMatchObject([{ after: ['imported', 'first'] }])
  })

  it('without an address that is one are counted, and nobody is made of them', () => {
    const steps = follow([], [ada({ address: null, signInName: null })], [wave], [])
    expect(steps.add).toEqual([])
    expect(steps.unreadable).toEqual(['u-ada'])
  })
})

describe('what is seen', () => {
  const news = (change: Partial<Extract<UserNews, { kind: 'changed' }>> = {}): UserNews => ({
    kind: 'changed',
    entraId: 'u-ada',
    name: null,
    address: null,
    signInName: null,
    enabled: null,
    ...change,
  })

  it('keeps what news does not say, as members with too few permissions do not', () => {
    expect(seenNow([ada()], [wave], new Map([['g-1', [news()]]]), [])).toEqual([ada()])
  })

  it('loses nobody with a group that is no longer there', () => {
    expect(seenNow([ada()], [wave], new Map([['g-1', null]]), [])).toEqual([ada()])
  })

  it('takes news in turn, also twice', () => {
    const removed = { kind: 'removed', entraId: 'u-ada' } as const
    expect(seenNow([ada()], [wave], new Map(), [removed, removed])[0]).toMatchObject({
      enabled: false,
      groups: [],
    })
    expect(seenNow([ada()], [wave], new Map(), [news({ name: 'A' }), news({ name: 'B' })])[0]).toMatchObject({
      name: 'B',
    })
    expect(seenNow([ada()], [wave], new Map(), [news({ entraId: 'nobody' })])).toEqual([ada()])
  })
})

it('whatever happens there, following comes to rest, and no address is two people', () => {
  const people = fc.uniqueArray(
    fc.record({
      entraId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      name: fc.constantFrom('N1', 'N2', null),
      address: fc.constantFrom('x@contoso.example', 'y@contoso.example', 'z@contoso.example', 'no address', null),
      signInName: fc.constantFrom('x@contoso.example', 's@contoso.example', null),
      enabled: fc.boolean(),
      groups: fc.constantFrom([], ['g-1']),
    }),
    { selector: ({ entraId }) => entraId },
  )
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 5 }), (rounds) => {
      let seen: readonly SeenUser[] = []
      let here: readonly PersonHere[] = []
      for (const round of rounds) {
        const withdrawn = new Map(seen.map((user) => [user.entraId, user.withdrawn]))
        const gone = seen.filter(({ entraId }) => round.every((one) => one.entraId !== entraId))
        const now = [
          ...round.map((user) => ({ ...user, withdrawn: withdrawn.get(user.entraId) ?? false })),
          ...gone.map((user) => ({ ...user, enabled: false, groups: [] })),
        ]
        let steps = follow(seen, now, [wave], here)
        // Several there with one address: who of them it is settles in a few rounds.
        for (let turn = 0; turn < 5; turn += 1) {
          here = after(here, steps)
          seen = steps.remember
          expect(new Set(here.map(({ email }) => email)).size).toBe(here.length)
          steps = follow(seen, seen, [wave], here)
        }
        const { add, link, rename, regroup, disable, enable } = steps
        expect([add, link, rename, regroup, disable, enable].flat()).toEqual([])
      }
    }),
  )
})

let persons = 0

/** What the steps make of people here. */
function after(here: readonly PersonHere[], steps: ReturnType<typeof follow>): readonly PersonHere[] {
  const added = steps.add.map(({ entraId, name, email, groups }) => ({
    id: `p ${(persons += 1)}`,
    name,
    email,
    groups,
    isRequester: true,
    disabled: false,
    entraId,
  }))
  const linked = [...here, ...added].map((person) => {
    const link = steps.link.find(({ personId }) => personId === person.id)
    const rename = steps.rename.find(({ id }) => id === person.id)
    const isTaken =
      rename?.email !== undefined && here.some(({ id, email }) => email === rename.email && id !== person.id)
    return {
      ...person,
      entraId: link?.entraId ?? person.entraId,
      name: rename?.name ?? person.name,
      email: isTaken ? person.email : (rename?.email ?? person.email),
      groups: steps.regroup.find(({ id }) => id === person.id)?.after ?? person.groups,
      disabled: steps.disable.some(({ personId }) => personId === person.id)
        ? true
        : steps.enable.some(({ personId }) => personId === person.id)
          ? false
          : person.disabled,
    }
  })
  return linked
}
