import type { Instant } from '#features/people/domain/instant.ts'

/** A certificate as far as the lineage looks. */
export type LineCertificate = {
  readonly id: string
  readonly personId: string
  readonly courseKey: string
  readonly trainerId: string
  /** By which right the trainer trained: of the team that the lineage begins with, or as a lead who was trained. */
  readonly trainerAs: 'root' | 'lead'
  /** The trainer's own certificate at that time. */
  readonly restsOn: string | null
  readonly issuedAt: Instant
  readonly validUntil: Instant
  readonly revokedAt: Instant | null
}

export type Certificates = ReadonlyMap<string, LineCertificate>

export type Line =
  /** Ends at somebody of the team that the lineage begins with. */
  | { readonly ends: 'root'; readonly rootId: string; readonly people: readonly string[] }
  /** A certificate that it rests on was revoked. */
  | { readonly ends: 'revoked'; readonly at: LineCertificate; readonly people: readonly string[] }
  /** Nobody trained whoever stands at its beginning. */
  | { readonly ends: 'nowhere'; readonly people: readonly string[] }

/**
 * Follows a certificate to where its right comes from; `people` from its holder up. Each rests on an older one, so that it ends;
 * what says otherwise ends nowhere.
 */
export function lineOf(certificates: Certificates, from: LineCertificate): Line {
  const people: string[] = [from.personId]
  let at = from
  for (;;) {
    if (at.revokedAt !== null) return { ends: 'revoked', at, people }
    people.push(at.trainerId)
    if (at.trainerAs === 'root') return { ends: 'root', rootId: at.trainerId, people }
    const next = at.restsOn === null ? undefined : certificates.get(at.restsOn)
    if (!next || next.personId !== at.trainerId || next.issuedAt > at.issuedAt || next.id >= at.id)
      return { ends: 'nowhere', people }
    at = next
  }
}

/** The newest certificate of a person for a course that was not revoked; also one that has ended. */
export function newestOf(certificates: Certificates, personId: string, courseKey: string): LineCertificate | null {
  return [...certificates.values()]
    .filter((one) => one.personId === personId && one.courseKey === courseKey && one.revokedAt === null)
    .reduce<LineCertificate | null>(
      (newest, one) =>
        newest === null ||
        one.issuedAt > newest.issuedAt ||
        (one.issuedAt === newest.issuedAt && one.id > newest.id)
          ? one
          : newest,
      null,
    )
}
