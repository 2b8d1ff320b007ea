import type { EntryContent } from './invitation.ts'
import { isSame } from './mailing.ts'

export const entryChanges = ['time', 'place', 'link', 'title', 'description', 'organiser'] as const
export type EntryChange = (typeof entryChanges)[number]

/** What whoever has the entry in their calendar has to look at again. */
export function changesBetween(before: EntryContent, after: EntryContent): readonly EntryChange[] {
  const differs: Readonly<Record<EntryChange, boolean>> = {
    time: !isSame(before.time, after.time) || before.timeZone !== after.timeZone,
    place: before.place !== after.place,
    link: before.link !== after.link,
    title: !isSame(before.title, after.title),
    description: !isSame(before.description, after.description),
    organiser: before.organiserName !== after.organiserName,
  }
  return entryChanges.filter((one) => differs[one])
}
