import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile, fileById, keepFiles, type StoredFile } from '#platform/files/files.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { packetText } from '../domain/packet/packet-text.ts'
import { packetPdf, packetZip } from './packet-files.ts'
import { englishWords, makePacket } from './packet.ts'
import { findCase } from './store/cases.ts'
import { insertPacket, note, type PacketRow, packetsOf } from './store/log.ts'
import { takeCase } from './tend.ts'
import { tellPages } from './tell.ts'
import { choicesOf, headOf } from './views.ts'

const types = { text: 'text/plain; charset=utf-8', pdf: 'application/pdf', zip: 'application/zip' } as const
const endings = { text: 'txt', pdf: 'pdf', zip: 'zip' } as const

/** Makes what is sent, and keeps its very bytes: later everybody can see what the vendor got. */
export async function makeAndKeep(
  platform: Platform,
  { orgId, actor }: SignedIn,
  id: string,
  form: PacketRow['form'],
) {
  const { row, gathered, now } = await inOrganisation(platform, orgId, async (tx) => ({
    ...(await takeCase(tx, actor, id)),
    now: tx.now,
  }))
  const choices = choicesOf(row)
  const head = headOf(row, gathered, now)
  const say = englishWords(platform)
  const { packet: whole, redacted } = makePacket(gathered, choices)
  const text = packetText(redacted, head, say)
  const files = gathered.files.filter(({ id: file }) => row.files.includes(file))
  const { known, ticket } = gathered
  const zip =
    form === 'zip'
      ? await packetZip(
          platform,
          {
            ...{ packet: whole, asked: choices.asked, redacted, head, files, known },
            ticketId: ticket.id,
            shown: choices.shown,
          },
          say,
        )
      : null
  const bytes = zip?.bytes ?? (form === 'text' ? strToU8(text) : await packetPdf(redacted, head, say))
  const { hidden } = zip?.packet ?? redacted
  const blob = await storeBlob(platform, bytes)
  const packet = {
    id: newId(),
    byPerson: actor.personId,
    form,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.byteLength,
    hidden: hidden.filter(({ shown }) => !shown).length,
    shown: hidden.filter(({ shown }) => shown).length,
  }
  await inOrganisation(platform, orgId, async (tx) => {
    const name = `T-${gathered.number} case packet.${endings[form]}`
    const file = await addFile(tx, blob, { name, ownerId: null })
    await keepFiles(tx, [file.id])
    await insertPacket(tx, id, { ...packet, at: tx.now, fileId: file.id })
    await note(tx, id, 'packet-made', actor.personId, { form, sha256: packet.sha256 })
    await tellPages(tx, row)
  })
  return { id: packet.id, sha256: packet.sha256, size: packet.size, text: form === 'text' ? text : null }
}

/** A packet as it was made. */
export async function keptPacket(
  platform: Platform,
  { orgId }: SignedIn,
  caseId: string,
  packetId: string,
): Promise<{ readonly file: StoredFile; readonly type: string }> {
  return inOrganisation(platform, orgId, async (tx) => {
    const row = await findCase(tx, caseId)
    const packet = row && (await packetsOf(tx, caseId)).find((one) => one.id === packetId)
    const file = packet && (await fileById(tx, packet.fileId))
    if (!packet || !file) throw new NotFound('packet')
    return { file, type: types[packet.form] }
  })
}
