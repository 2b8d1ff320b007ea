import type { Correspondence, LetterOfOthers } from '#features/mailboxes/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { keepFiles } from '#platform/files/files.ts'
import { mayBeSuppliers, numbersIn } from '../domain/case-number.ts'
import { casesNumbered, caseWithAlias, findCase, updateCase } from './store/cases.ts'
import { acceptedAddresses, caseOfMails, insertMail } from './store/letters.ts'
import { note } from './store/log.ts'
import { keptUp, tellKeepers } from './tell-keepers.ts'
import { tellPages } from './tell.ts'

/** Mail of cases: nothing of it opens a ticket, comes into one, or is shown to a requester. */
export const vendorCorrespondence: Correspondence = {
  find: async (tx, { aliases, answers }) =>
    (aliases.length > 0 ? await caseWithAlias(tx, aliases) : null) ?? caseOfMails(tx, answers),
  named: async (tx, { subject, from }) => {
    const cases = await casesNumbered(tx, numbersIn(subject))
    return {
      id: cases.find(({ accepted }) => accepted.includes(from))?.id ?? null,
      isTheirs: cases.some(({ supplier, accepted }) => mayBeSuppliers(from, { supplier, addresses: accepted })),
    }
  },
  take,
}

/** What came for a case. Only from an address that somebody here accepted it counts as the vendor's word. */
async function take(tx: Tx, caseId: string, letter: LetterOfOthers): Promise<void> {
  const row = await findCase(tx, caseId, { lock: true })
  if (row === null) throw new Error('The case of this mail is gone')
  const isNew = await insertMail(tx, caseId, {
    id: newId(),
    direction: 'in',
    at: letter.receivedAt,
    fromAddress: letter.severalSenders ? '' : letter.from.address,
    fromName: letter.from.name,
    toAddress: letter.deskAddress ?? '',
    subject: letter.subject,
    text: letter.text,
    files: letter.files,
    automatic: letter.automatic,
    byPerson: null,
    inboundMailId: letter.inboundMailId,
    messageId: letter.messageId,
  })
  if (!isNew) return
  await keepFiles(tx, letter.files)
  const proven = (await acceptedAddresses(tx, caseId)).has(letter.from.address) && !letter.severalSenders
  await note(tx, caseId, 'mail-came', null, { proven: proven ? 'yes' : 'no' })
  const isAnswer = proven && !letter.automatic && row.state === 'open'
  await updateCase(tx, row, isAnswer ? theyAnswered(row.respondedAt, letter.receivedAt) : {})
  if (isAnswer) await keptUp(tx, caseId, 'vendor-late')
  if (isAnswer) await tellKeepers(tx, row, 'answer-came')
  if (!proven && !letter.automatic && row.state === 'open') await tellKeepers(tx, row, 'sender-unknown')
  await tellPages(tx, row)
}

/** The vendor has spoken: now it is our turn. */
export function theyAnswered(respondedAt: string | null, at: string) {
  return { respondedAt: respondedAt ?? at, nextBy: 'us' as const, nextWhat: '', nextAt: null, overdueToldAt: null }
}
