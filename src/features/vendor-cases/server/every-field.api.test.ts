import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { blobPath } from '#platform/files/blobs.ts'
import { moved } from '../../../../tests/support/ticket-work.ts'
import { sections } from '../domain/packet/sections.ts'
import { type CaseDesk, caseDesk } from '../testing/case-desk.ts'
import { keptPacket, makeAndKeep } from './make-packet.ts'
import { previewCase } from './open-case.ts'
import { lookAtMail } from './tend.ts'

let at: CaseDesk
beforeAll(async () => {
  at = await caseDesk()
}, 60_000)
afterAll(() => at.close())

/** Neither Intune nor people know any of these: they are found by what stands around them, once. */
const everywhere = { serial: 'C0MM0N7XQ', account: 'vera.vogel' }
const contact = 'Mira van Dijk, +31 6 12345678, 9-17 CET'
const said = {
  nl: { serial: 'Serienummer', user: 'gebruiker' },
  en: { serial: 'Serial number', user: 'user' },
} as const
const lists = new Set([
  'device-identity',
  'affected-devices',
  'devices-in-use',
  'moment-and-account',
  'device-snapshot',
])

const plan = starterPlan({ startDay: '2026-10-12', owner: 'Rollout' })
const items = plan.process.edges.flatMap((edge) => edge.evidence)
const typable = [...new Set(items.filter(({ kind }) => !/choice|log|screenshot/.test(kind)).map(({ key }) => key))]

function canaries(language: 'nl' | 'en') {
  const planted: string[] = []
  const plant = (form: 'list' | 'prose') => {
    const number = String(planted.length + 10)
    const [serial, account] = [`K${number}RN7X2Q`, `kanarie${number}`]
    planted.push(serial, account)
    const { serial: label, user } = said[language]
    return form === 'list'
      ? `Surface Laptop 7, ${serial}, ${account}`
      : `${label} ${serial}, ${user}: ${account}. ${everywhere.serial} ${everywhere.account} 0x80180014`
  }
  return { plant, planted }
}

const madeBytes = async (caseId: string, form: 'text' | 'pdf' | 'zip') => {
  const signedIn = { ...(await at.signedIn('mira')) } as never
  const { id } = await makeAndKeep(at.platform, signedIn, caseId, form)
  return readFile(blobPath(at.platform, (await keptPacket(at.platform, signedIn, caseId, id)).file.sha256))
}

async function leaves(caseId: string): Promise<Record<string, string>> {
  const pdfText = async (bytes: Uint8Array) =>
    (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
  const zip = unzipSync(new Uint8Array(await madeBytes(caseId, 'zip')))
  const { packet } = await at.shown('mira', caseId)
  return {
    text: (await madeBytes(caseId, 'text')).toString('utf8'),
    pdf: await pdfText(await madeBytes(caseId, 'pdf')),
    preview: [packet.text, ...packet.fields.map(({ value }) => value)].join('\n'),
    'zip, names': Object.keys(zip).join('\n'),
    'zip, pdf': await pdfText(zip['packet.pdf'] ?? new Uint8Array()),
    ...Object.fromEntries(
      Object.entries(zip)
        .filter(([name]) => !name.endsWith('.pdf'))
        .map(([name, bytes]) => [`zip, ${name}`, strFromU8(bytes)]),
    ),
  }
}

describe.each(['nl', 'en'] as const)(
  'in every field of evidence and of the case, called as in "%s"',
  (language) => {
    const { plant, planted } = canaries(language)
    let caseId: string
    let ticketId: string

    beforeAll(async () => {
      ticketId = await at.atTierThree({ subject: plant('prose'), platform: 'windows' })
      const log = await at.uploaded('mira', `log ${everywhere.serial}.txt`, plant('prose'))
      const evidence = typable
        .filter((key) => key !== 'tenant-id' && key !== 'contact-and-hours')
        .map((key) => ({
          key,
          value:
            key === 'device-identity'
              ? `Surface Laptop 7, ${everywhere.serial}, ${everywhere.account}`
              : plant(lists.has(key) ? 'list' : 'prose'),
          files: [],
        }))
      await moved({ platform: at.platform, desk: at.desk }, 'mira', ticketId, { move: 'add-evidence', evidence })
      caseId = await at.open('mira', ticketId, {
        asked: plant('prose'),
        typed: Object.fromEntries(sections.map((section) => [`own.${section}`, plant('prose')])),
        files: [log],
        evidence: [
          ...['business-impact', 'permission-to-share'].map((key) => ({
            key,
            value: key === 'business-impact' ? 'hampered' : 'redacted',
          })),
          { key: 'tenant-id', value: '72f988bf-86f1-41af-91ab-2d7cd011db47' },
          { key: 'logs-for-vendor', value: '', files: [log] },
          { key: 'contact-and-hours', value: `${contact}, password: Zomer2026!` },
        ],
      })
    }, 120_000)

    test('no serial number and no account leaves, in no form', { timeout: 120_000 }, async () => {
      const found = Object.entries(await leaves(caseId)).flatMap(([where, text]) =>
        [...planted, ...Object.values(everywhere)]
          .filter((value) => text.toLowerCase().includes(value.toLowerCase()))
          .map((value) => `${where}: ${value}`),
      )
      expect(found).toEqual([])
    })

    test('models, codes and whom to call stay, without the secret beside them', async () => {
      const text = (await madeBytes(caseId, 'text')).toString('utf8')
      expect(text).toContain('Device name or serial number: Surface Laptop 7, [Serial')
      expect(text).toContain('0x80180014')
      expect(text).toContain(`Contact and hours: ${contact}, password: [secret removed]`)
      const { packet } = await at.shown('mira', caseId)
      expect(packet.fields.filter(({ asIs }) => asIs).map(({ key }) => key)).toEqual([
        'evidence.contact-and-hours',
      ])
    })

    test('nor before there is a case, nor in a mail', async () => {
      const mira = await at.desk.as('mira')
      const input = { asked: `Why ${everywhere.serial}?`, typed: {}, shown: [], files: [], evidence: [] }
      const seen = await at.desk.within((tx) => previewCase(at.platform, tx, mira, ticketId, input))
      const mail = await at.desk.within((tx) => lookAtMail(tx, mira, caseId, `We see ${everywhere.serial} again.`))
      for (const text of [seen.text, mail.text])
        for (const value of [...planted, ...Object.values(everywhere)]) expect(text).not.toContain(value)
      const standIn = (await at.shown('mira', caseId)).packet.hidden.find(
        ({ written }) => written === everywhere.serial,
      )?.standIn
      expect(mail).toEqual({ text: `We see [${standIn}] again.`, hidden: 1, secrets: 0 })
    })
  },
)
