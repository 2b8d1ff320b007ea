import { createHash } from 'node:crypto'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import type { DevicePlatform } from '#features/knowledge/domain/known-issue.ts'
import { firstAidOf, issueIndex, recordUse } from '#features/knowledge/server/actions.ts'
import type { Language } from '#features/people/domain/person.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { type Aid, firstAid } from '../domain/first-aid.ts'
import { sentencesOf } from '../domain/report-words.ts'

const searched = 8

type Given = { readonly text: string; readonly platform: DevicePlatform | null; readonly language: Language }

/** What somebody can try themselves before they report it. */
export async function firstAidFor(
  platform: Platform,
  tx: Tx,
  { text, platform: device, language }: Given,
): Promise<readonly Aid[]> {
  const index = await issueIndex(platform, tx)
  const looking = { language, platform: device, limit: searched }
  const withCode = index.withCodes(codesIn(text))
  const found = withCode.length > 0 ? [] : sentencesOf(text).flatMap((sentence) => index.search(sentence, looking))
  return firstAid({ text, withCode: withCode.length > 0 ? withCode : null, found, platform: device }, (issue) =>
    firstAidOf(issue, language),
  )
}

/** It helped, and nothing was reported: counted once a day for each person and issue, without saying whom it helped. */
export async function countFirstAid(
  platform: Platform,
  tx: Tx,
  { issueId, personId }: { readonly issueId: string; readonly personId: string },
): Promise<void> {
  const issue = (await issueIndex(platform, tx)).byId(issueId)
  const isShown = issue && (firstAidOf(issue, 'nl') ?? firstAidOf(issue, 'en'))
  if (!isShown) throw new NotFound('first aid')
  const ticketId = idOf(`${personId} ${issueId} ${tx.now.slice(0, 10)}`)
  await recordUse(tx, { issueId, ticketId, kind: 'first-aid', personId: null, tier: null })
}

/** There is no ticket: an id in its place (uuid version 8), the same for the same words. */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
