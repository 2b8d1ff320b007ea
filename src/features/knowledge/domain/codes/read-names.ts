import { namedCodes } from './named-codes.ts'
import type { Reading } from './read-hex.ts'

const aadsts =
  /(?<![a-z0-9])aadsts(?:[\s:#_-]{0,2}|[\s:-]{0,2}(?:error|fout|code|foutcode)[\s:#-]{1,2})(\d{4,8})(?!\d)/gi

/** The parts of a name: at each hump, and where it already has a mark between them. */
const humps = (name: string) => name.split(/_|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)

/** The names in any case, with or without a mark between their parts. */
export const namesPattern = namedCodes.map((name) => humps(name).join('[ _-]?')).join('|')

const label = '(?<=(?:fout|code|error|melding|reason|reden))'
const names = new RegExp(
  String.raw`(?:(?<![a-z0-9_])|${label})(?:${namedCodes.map((name) => `(${humps(name).join('[ _-]?')})`).join('|')})(?:(?![a-z0-9_])|(?=error|fout))`,
  'gi',
)

/** `AADSTS50076` and reasons with a name, in any case and with marks between their parts. */
export function namesIn(text: string): Reading[] {
  const entra = [...text.matchAll(aadsts)].map(({ 0: written, 1: number = '', index }) => ({
    reads: `AADSTS${number}`,
    start: index,
    end: index + written.length,
  }))
  const reasons = [...text.matchAll(names)].flatMap((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined)
    const name = namedCodes[which]
    return name === undefined ? [] : [{ reads: name, start: match.index, end: match.index + match[0].length }]
  })
  return [...entra, ...reasons]
}
