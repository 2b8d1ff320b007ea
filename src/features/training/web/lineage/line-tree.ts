import type { LineageView } from '../../contract/lineage.ts'

type Link = LineageView['links'][number]

/** Somebody in the drawing, with those they trained; `link` is their own certificate, null where the lineage begins. */
export type LineNode = {
  readonly personId: string
  readonly link: Link | null
  readonly trained: readonly LineNode[]
}

export type LineTree = {
  /** Those of the team it begins with, who trained somebody. */
  readonly roots: readonly LineNode[]
  /** Trained by somebody who has no certificate themselves any more. */
  readonly loose: readonly LineNode[]
}

/** The lines of one course as a tree. Everybody stands in it once: nobody trains whom their own right comes from. */
export function treeOf(links: readonly Link[], courseKey: string): LineTree {
  const own = links.filter((link) => link.courseKey === courseKey)
  const placed = new Set<string>()
  const nodeOf = (link: Link): LineNode => {
    placed.add(link.personId)
    return { personId: link.personId, link, trained: trainedBy(link.personId, 'lead') }
  }
  const trainedBy = (trainerId: string, as: Link['trainerAs']): readonly LineNode[] =>
    own
      .filter((link) => link.trainerId === trainerId && link.trainerAs === as && !placed.has(link.personId))
      .map(nodeOf)
  const rootIds = [
    ...new Set(own.filter(({ trainerAs }) => trainerAs === 'root').map(({ trainerId }) => trainerId)),
  ]
  const roots = rootIds.map(
    (personId): LineNode => ({
      personId,
      link: null,
      trained: trainedBy(personId, 'root'),
    }),
  )
  const loose = own
    .filter(({ personId }) => !placed.has(personId))
    .flatMap((link) => (placed.has(link.personId) ? [] : [nodeOf(link)]))
  return { roots, loose }
}
