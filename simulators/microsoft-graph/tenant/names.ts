import type { Chance } from '../chance.ts'

/** One person of the tenant, as whoever starts the simulator may give them. */
export type GivenPerson = {
  readonly name: string
  readonly address: string
  readonly language: 'nl' | 'en'
  /** Names of the groups they are in; the first is taken for their wave. */
  readonly groups: readonly string[]
}

const dutchGiven =
  'Ada,Anna,Bram,Bas,Carlijn,Daan,Eva,Fleur,Floris,Gijs,Hanna,Iris,Jasper,Jip,Karim,Kim,Lars,Lotte,Luuk,Maaike,Mark,Mohammed,Nadia,Noor,Olaf,Pieter,Quinten,Roos,Sanne,Sara,Stijn,Sven,Thijs,Timo,Vera,Wout,Yara,Zoë'.split(
    ',',
  )
const dutchFamily =
  'Visser,de Jong,de Vries,Meijer,Mulder,Bos,Vos,Peters,Dekker,Brouwer,Dijkstra,Koning,Postma,Huisman,Kok,Schouten,van Leeuwen,Prins,Blom,van Vliet,Molenaar,Wolters,Bouzid,Nguyen,Kaya,Jansma,Scholten,van der Veen'.split(
    ',',
  )
const englishGiven =
  'Alice,Ben,Chloe,Dylan,Ella,Frank,Grace,Harry,Isla,Jack,Lily,Mason,Nora,Owen,Poppy,Ruby,Sam,Tessa'.split(',')
const englishFamily =
  'Taylor,Clarke,Novak,Wright,Hughes,Walker,Green,Baker,Turner,Cooper,Ward,Morgan,Bell,Fisher,Grant,Reed'.split(
    ',',
  )

export const waves = [
  ['Intune-Pilot', 50],
  ['Intune-Wave-01-Offices', 250],
  ['Intune-Wave-02-Retail', 400],
  ['Intune-Wave-03-Field', 500],
] as const

/** Twelve hundred people in four waves, where none were given. */
export function ownPeople(chance: Chance, domain: string): GivenPerson[] {
  const taken = new Set<string>()
  const people: GivenPerson[] = []
  for (const [wave, size] of waves)
    for (let index = 0; index < size; index += 1) {
      const english = chance.happens(0.22)
      const name = freeName(chance, english, taken)
      people.push({
        name,
        address: `${plain(name)}@${domain}`,
        language: english ? 'en' : 'nl',
        groups: [wave],
      })
    }
  return people
}

function freeName(chance: Chance, english: boolean, taken: Set<string>): string {
  const [given, family] = english ? [englishGiven, englishFamily] : [dutchGiven, dutchFamily]
  for (let turn = 0; ; turn += 1) {
    const initial = turn < 3 ? '' : ` ${'ABCDEFGHJKLMNPRSTVW'[chance.between(0, 18)]}.`
    const name = `${chance.oneOf(given)}${initial} ${chance.oneOf(family)}`
    if (taken.has(plain(name))) continue
    taken.add(plain(name))
    return name
  }
}

export function plain(name: string): string {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase()
  return letters.replace(/[^a-z]+/g, '.')
}
