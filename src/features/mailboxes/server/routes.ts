import type { FastifyInstance } from 'fastify'
import { onlyOrganisation } from '#features/people/server/actions.ts'
import type { ParsePool } from '#integrations/mail/parse-pool.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { mailboxContract } from '../contract.ts'
import type { MailboxInput } from '../contract/mailbox-view.ts'
import { type Correspondence, noCorrespondence } from './correspondence.ts'
import { checkMailbox } from './check.ts'
import { mailRoutes } from './mail-routes.ts'
import { sealedSettings } from './settings.ts'
import { listHealth } from './store/health.ts'
import {
  findMailbox,
  insertMailbox,
  listMailboxes,
  type MailboxSettings,
  removeMailbox,
  updateMailbox,
} from './store/mailboxes.ts'
import { mailCounts } from './store/sent-mails.ts'
import { mailboxView } from './views.ts'

export type MailboxRouteOptions = { readonly pool: ParsePool; readonly correspondence?: Correspondence }

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }

export function mailboxRoutes(
  app: FastifyInstance,
  { pool, correspondence = noCorrespondence }: MailboxRouteOptions,
): void {
  const inTheirs = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
    inOrganisation(platform, signedIn.orgId, work)
  const shown = async (tx: Tx, id: string) => {
    const mailbox = await findMailbox(tx, id)
    if (mailbox === null) throw new NotFound('mailbox')
    return mailboxView(mailbox, await listHealth(tx))
  }

  serve(app, mailboxContract, {
    'GET /api/v1/mailboxes': (call) =>
      inTheirs(call, async (tx) => {
        const health = await listHealth(tx)
        return {
          mailboxes: (await listMailboxes(tx)).map((mailbox) => mailboxView(mailbox, health)),
          counts: await mailCounts(tx),
          canBePrivate: await canBePrivate(call.platform),
        }
      }),

    'POST /api/v1/mailboxes': async (call) => {
      const id = newId()
      await requireAllowed(call.platform, call.body)
      const settings = await sealedSettings(call.platform, id, call.body, null)
      return inTheirs(call, async (tx) => {
        if (!(await insertMailbox(tx, id, settings))) throw new Refused({ code: 'mailbox-address-taken' })
        return shown(tx, id)
      })
    },

    'PUT /api/v1/mailboxes/:id': async (call) => {
      await requireAllowed(call.platform, call.body)
      return inTheirs(call, async (tx) => {
        const before = await findMailbox(tx, call.params.id)
        if (before === null) throw new NotFound('mailbox')
        const settings = await sealedSettings(
          call.platform,
          before.id,
          call.body,
          withoutMovedSecrets(before, call.body),
        )
        await change(tx, before.id, settings)
        return shown(tx, before.id)
      })
    },

    'DELETE /api/v1/mailboxes/:id': (call) =>
      inTheirs(call, async (tx) => {
        if (!(await removeMailbox(tx, call.params.id))) throw new NotFound('mailbox')
      }),

    'POST /api/v1/mailboxes/check': async (call) => {
      await requireAllowed(call.platform, call.body)
      const { id } = call.query
      const before = id === undefined ? null : await inTheirs(call, (tx) => findMailbox(tx, id))
      if (id !== undefined && before === null) throw new NotFound('mailbox')
      return checkMailbox(
        call.platform,
        call.signedIn.orgId,
        call.body,
        before && withoutMovedSecrets(before, call.body),
      )
    },

    ...mailRoutes(pool, correspondence),
  })
}

/** A password was given for one server: naming another server must not send it there. */
function withoutMovedSecrets<Row extends Parameters<typeof sealedSettings>[3] & object>(
  before: Row,
  next: MailboxInput,
): Row {
  return {
    ...before,
    imapSecret: before.imap?.host === next.imap?.host ? before.imapSecret : null,
    smtpSecret: before.smtp?.host === next.smtp?.host ? before.smtpSecret : null,
  }
}

async function change(tx: Tx, id: string, settings: MailboxSettings): Promise<void> {
  try {
    await updateMailbox(tx, id, settings)
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === '23505'
    throw isTaken ? new Refused({ code: 'mailbox-address-taken' }) : error
  }
}

/** Private networks belong to whoever runs this machine: only an organisation that has it to itself may name them. */
async function canBePrivate(platform: Platform): Promise<boolean> {
  return (await onlyOrganisation(platform)) !== null
}

async function requireAllowed(platform: Platform, { imap, smtp }: MailboxInput): Promise<void> {
  const wantsPrivate = imap?.allowPrivate === true || smtp?.allowPrivate === true
  if (wantsPrivate && !(await canBePrivate(platform))) throw new Refused({ code: 'private-server-not-allowed' })
}
