import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { sql } from 'kysely'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { enqueue, type JobPayload } from '#platform/jobs/enqueue.ts'
import { announce } from '#platform/live/announce.ts'
import { guardedLookup, isAllowedAddress, type OutboundPolicy, OutboundRefused } from '#platform/outbound/guard.ts'
import type { Platform } from '#platform/platform.ts'
import type { LinkOutcome } from '../domain/check/desk-facts.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import { planEditors } from '../domain/versions/version.ts'
import { findDraft, findVersion, publishedId } from './store.ts'

type Look = { readonly outcome: LinkOutcome; readonly status: number | null }

const atMostLinks = 250
const atOnce = 6
const patienceMs = 10_000
const wholeMs = 120_000
const atMostRedirects = 5

/** Has every link of the draft and of the published plan looked at, by a job. */
export async function askLinkCheck(tx: Tx): Promise<void> {
  await enqueue(tx, 'plan.check-links', {}, { key: `plan.check-links ${tx.orgId}`, maxAttempts: 2 })
}

/** Looks at each link once. Addresses inside the network are left alone unless `policy` allows them: people may get there. */
export async function checkLinks(
  platform: Platform,
  { orgId }: JobPayload,
  policy: OutboundPolicy = { allowPrivate: false },
): Promise<void> {
  const links = await inOrganisation(platform, orgId, linksOf)
  const deadline = Date.now() + wholeMs
  const looks = new Map<string, Look>()
  const waiting = links.slice(0, atMostLinks)
  const worker = async () => {
    for (let url = waiting.shift(); url !== undefined && Date.now() < deadline; url = waiting.shift())
      looks.set(url, await look(new URL(url), policy))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await inOrganisation(platform, orgId, async (tx) => {
    await keep(tx, looks, links)
    await announce(tx, {
      topic: 'plan',
      subject: orgId,
      data: { links: looks.size },
      audience: { roles: planEditors },
    })
  })
}

async function linksOf(tx: Tx): Promise<string[]> {
  const id = await publishedId(tx)
  const versions = [await findDraft(tx), id === null ? null : await findVersion(tx, id)]
  const urls = versions.flatMap((version) => (version ? linksIn(version.document) : []))
  return [...new Set(urls)].filter((url) => /^https?:\/\//i.test(url) && URL.canParse(url))
}

function linksIn({ involvement }: SupportPlan): string[] {
  const meetings = involvement.bridges.flatMap(({ meetingLink }) => (meetingLink === null ? [] : [meetingLink]))
  return [...involvement.resources.map(({ url }) => url), ...meetings]
}

async function look(url: URL, policy: OutboundPolicy, redirects = 0): Promise<Look> {
  if (
    isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 &&
    !isAllowedAddress(url.hostname.replace(/^\[|\]$/g, ''), policy)
  )
    return { outcome: 'unclear', status: null }
  try {
    const { status, location } = await ask(url, policy)
    if (status >= 300 && status < 400 && location !== undefined && redirects < atMostRedirects) {
      const next = URL.canParse(location, url.href) ? new URL(location, url) : null
      return next && /^https?:$/.test(next.protocol)
        ? await look(next, policy, redirects + 1)
        : { outcome: 'unclear', status }
    }
    if (status === 404 || status === 410) return { outcome: 'gone', status }
    return { outcome: status < 300 ? 'ok' : 'unclear', status }
  } catch (error) {
    const refused = error instanceof OutboundRefused && error.code === 'address-not-allowed'
    return { outcome: refused ? 'unclear' : 'unreachable', status: null }
  }
}

function ask(
  url: URL,
  policy: OutboundPolicy,
): Promise<{ readonly status: number; readonly location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const options = {
      lookup: guardedLookup(policy),
      signal: AbortSignal.timeout(patienceMs),
      headers: { accept: '*/*', 'user-agent': 'Tierwise-link-check' },
      agent: false,
    } as const
    const asked = url.protocol === 'https:' ? requestSecure(url, options) : requestPlain(url, options)
    asked.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
      // Only whether it is there matters, not what it says.
      response.destroy()
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function keep(tx: Tx, looks: ReadonlyMap<string, Look>, links: readonly string[]): Promise<void> {
  await sql`delete from plan_links where org_id = ${tx.orgId} and not (url = any(${links}::text[]))`.execute(tx.db)
  const rows = [...looks].map(([url, { outcome, status }]) => ({
    org_id: tx.orgId,
    url,
    checked_at: tx.now,
    outcome,
    status,
  }))
  if (rows.length === 0) return
  await tx.db
    .insertInto('plan_links')
    .values(rows)
    .onConflict((on) =>
      on.columns(['org_id', 'url']).doUpdateSet((row) => ({
        checked_at: row.ref('excluded.checked_at'),
        outcome: row.ref('excluded.outcome'),
        status: row.ref('excluded.status'),
      })),
    )
    .execute()
}
