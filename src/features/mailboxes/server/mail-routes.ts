import type { ParsePool } from '#integrations/mail/parse-pool.ts'
import { readFile } from 'node:fs/promises'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { blobPath, openBlob } from '#platform/files/blobs.ts'
import type { Handlers } from '#platform/http/contract-types.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { deliverAgain } from '#platform/outbox/failed-outgoing.ts'
import type { Platform } from '#platform/platform.ts'
import type { mailboxContract } from '../contract.ts'
import type { Correspondence } from './correspondence.ts'
import { type Intake, takeIn } from './intake.ts'
import { liftSuppression, listSuppressed } from './store/answers.ts'
import { claimInbound, endInbound, findInbound, type InboundRow, listInbound } from './store/inbound-mails.ts'
import { findSent, listSent } from './store/sent-mails.ts'
import { tellKeepers } from './tell-keepers.ts'
import { inboundDetail, inboundView, sentView } from './views.ts'

type Contract = typeof mailboxContract
type MailKey = Extract<keyof Contract, `${string}-mails${string}` | `${string}suppressed-addresses${string}`>
type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

const undeliverable = ['failed', 'bounced'] as const
const anyState = ['sent', 'retrying', 'failed', 'withheld', 'bounced'] as const

/** What came in, what went out, and what people do with mail that was set aside. */
export function mailRoutes(pool: ParsePool, correspondence: Correspondence): Pick<Handlers<Contract>, MailKey> {
  return {
    'GET /api/v1/inbound-mails': (call) =>
      inTheirs(call, async (tx) => {
        const { state, before, limit } = call.query
        return { mails: (await listInbound(tx, { state, before, limit })).map((row) => inboundView(row)) }
      }),

    'GET /api/v1/inbound-mails/:id': async (call) => {
      const row = await inTheirs(call, (tx) => inbound(tx, call.params.id))
      const result = await pool.parse(await readFile(blobPath(call.platform, row.sha256)))
      return inboundDetail(row, result.ok ? result.value : null)
    },

    'GET /api/v1/inbound-mails/:id/raw': async (call) => {
      const row = await inTheirs(call, (tx) => inbound(tx, call.params.id))
      return call.reply
        .header('content-disposition', `attachment; filename="${row.id}.eml"`)
        .header('cache-control', 'private, no-cache')
        .type('application/octet-stream')
        .send(openBlob(call.platform, row.sha256))
    },

    'POST /api/v1/inbound-mails/:id/retry': (call) =>
      again(call, pool, call.params.id, {
        from: ['quarantined', 'stored'],
        openAnyway: false,
        correspondence,
      }),

    'POST /api/v1/inbound-mails/:id/open': (call) =>
      again(call, pool, call.params.id, {
        from: ['quarantined', 'ignored', 'discarded'],
        openAnyway: true,
        correspondence,
      }),

    'POST /api/v1/inbound-mails/:id/discard': (call) =>
      inTheirs(call, async (tx) => {
        const row = await inbound(tx, call.params.id)
        if (!(await claimInbound(tx, row.id, ['quarantined', 'ignored']))) {
          throw new Refused({ code: 'mail-already-handled' })
        }
        await endInbound(tx, row.id, { state: 'discarded', reason: row.reason })
        await tellKeepers(tx, row.id)
        return inboundView(await inbound(tx, row.id))
      }),

    'GET /api/v1/sent-mails': (call) =>
      inTheirs(call, async (tx) => {
        const { state, before, limit } = call.query
        const states = state === 'undeliverable' ? undeliverable : state === undefined ? anyState : [state]
        return { mails: (await listSent(tx, { states, before, limit })).map((row) => sentView(row)) }
      }),

    'POST /api/v1/sent-mails/:id/retry': (call) =>
      inTheirs(call, async (tx) => {
        if (!(await deliverAgain(tx, call.params.id))) throw new Refused({ code: 'mail-not-failed' })
        return sentView(await sent(tx, call.params.id))
      }),

    'GET /api/v1/suppressed-addresses': (call) =>
      inTheirs(call, async (tx) => ({ addresses: await listSuppressed(tx) })),

    'POST /api/v1/suppressed-addresses/lift': (call) =>
      inTheirs(call, async (tx) => {
        if (!(await liftSuppression(tx, call.body.address.toLowerCase()))) throw new NotFound('address')
        await tellKeepers(tx, 'suppressed-addresses')
      }),
  }
}

function inTheirs<Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return inOrganisation(platform, signedIn.orgId, work)
}

async function inbound(tx: Tx, id: string): Promise<InboundRow> {
  const row = await findInbound(tx, id)
  if (row === null) throw new NotFound('mail')
  return row
}

async function sent(tx: Tx, id: string) {
  const row = await findSent(tx, id)
  if (row === null) throw new NotFound('mail')
  return row
}

async function again(call: Caller, pool: ParsePool, id: string, intake: Intake) {
  const { platform, signedIn } = call
  const before = await inTheirs(call, (tx) => inbound(tx, id))
  if (!intake.from.includes(before.state)) throw new Refused({ code: 'mail-already-handled' })
  if (intake.openAnyway && (before.fromAddress ?? '') === '') throw new Refused({ code: 'mail-without-sender' })
  await takeIn(platform, pool, { orgId: signedIn.orgId, id }, intake)
  const after = await inTheirs(call, (tx) => inbound(tx, id))
  if (intake.openAnyway && after.state !== 'processed') {
    throw new Refused({ code: after.reason ?? 'mail-already-handled' })
  }
  return inboundView(after)
}
