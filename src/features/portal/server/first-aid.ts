import type { Language } from '#features/people/domain/person.ts'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import type { DevicePlatform } from '#features/knowledge/domain/known-issue.ts'
import { issueIndex, recordUse } from '#features/knowledge/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import kept from './first-aid-texts.json' with { type: 'json' }
import { type Aid, aidOf, type AidText, firstAid } from '../domain/first-aid.ts'

const texts: Readonly<Record<string, AidText>> = kept
const searched = 8

type Asked = { readonly text: string; readonly platform: DevicePlatform | null; readonly language: Language }

/** What somebody can try themselves before they report it. */
export async function firstAidFor(
  platform: Platform,
  tx: Tx,
  { text, platform: device, language }: Asked,
): Promise<readonly Aid[]> {
  const index = await issueIndex(platform, tx)
  const withCode = index.withCodes(codesIn(text))
  const found = withCode.length > 0 ? [] : index.search(text, { language, platform: device, limit: searched })
  return firstAid(texts, { withCode: withCode.length > 0 ? withCode : null, found, platform: device, language })
}

/** It helped, and nothing was reported: counted under an id of its own, as there is no ticket. */
export async function countFirstAid(platform: Platform, tx: Tx, issueId: string): Promise<void> {
  const issue = (await issueIndex(platform, tx)).byId(issueId)
  const isShown = issue && (aidOf(issue, texts, 'nl') ?? aidOf(issue, texts, 'en'))
  if (!isShown) throw new NotFound('first aid')
  await recordUse(tx, { issueId, ticketId: newId(), kind: 'first-aid', personId: null, tier: null })
}
