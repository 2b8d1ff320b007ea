import { appTokens, enrollmentTokens, pushCertificate } from '#integrations/microsoft-graph/read/certificates.ts'
import { openHealthIssues } from '#integrations/microsoft-graph/read/health.ts'
import type { Certificate, HealthIssue, OrganisationContext } from '../../domain/context.ts'
import { type Field, known, stale } from '../../domain/field.ts'
import { clean } from './clean.ts'
import type { Reading } from './read-devices.ts'

const mostIssues = 20

/** Services whose troubles reach who enrolls a device; matched loosely, since Microsoft renames them. */
const ours = /intune|endpoint|entra|active directory|identity|autopilot|windows|mobile device/i

/** What holds for everybody in the organisation. */
export async function readOrganisation(
  { graph, attempt, signal }: Reading,
  before: OrganisationContext | null,
): Promise<OrganisationContext> {
  const of = (kind: Certificate['kind']): Field<readonly Certificate[]> | undefined => {
    const all = before?.certificates
    if (!all?.value || all.readAt === null) return undefined
    return known(
      all.value.filter((one) => one.kind === kind),
      all.readAt,
    )
  }
  const [push, ade, vpp, health] = await Promise.all([
    attempt(of('push'), async () => {
      const one = await pushCertificate(graph, signal)
      return one ? [certificateFrom(one)] : []
    }),
    attempt(of('ade'), async () => (await enrollmentTokens(graph, signal)).map(certificateFrom)),
    attempt(of('vpp'), async () => (await appTokens(graph, signal)).map(certificateFrom)),
    attempt(before?.health, async () =>
      (await openHealthIssues(graph, { signal }))
        .filter(({ service }) => service === null || ours.test(service))
        .slice(0, mostIssues)
        .map(issueFrom),
    ),
  ])
  return { certificates: together([push, ade, vpp]), health }
}

/** As old as its oldest part; failed where one of them did, with what the others say. */
function together(parts: readonly Field<readonly Certificate[]>[]): Field<readonly Certificate[]> {
  const value = parts.flatMap((part) => part.value ?? [])
  const readAt = parts.flatMap((part) => part.readAt ?? []).toSorted()[0] ?? null
  const failed = parts.find((part) => part.failed)?.failed ?? null
  if (failed) return parts.every((part) => part.value === null) ? stale(null, failed) : { value, readAt, failed }
  if (readAt === null) throw new Error('what was read has a moment')
  return known(value, readAt)
}

/** Without the address of whose Apple account renews it. */
function certificateFrom({ id, kind, name, expiresAt, state }: Certificate): Certificate {
  return { id, kind, name: clean(name), expiresAt, state }
}

function issueFrom(issue: HealthIssue): HealthIssue {
  const { id, service, feature, classification, status, startedAt, updatedAt } = issue
  return {
    id,
    title: clean(issue.title),
    service,
    feature,
    classification,
    status,
    impact: clean(issue.impact),
    startedAt,
    updatedAt,
  }
}
