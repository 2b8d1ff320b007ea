import type { Bridge } from './involvement.ts'
import type { SupportPlan } from './support-plan.ts'
import type { Training } from './training.ts'

type Later<T, Names extends keyof T> = Omit<T, Names> & Partial<Pick<T, Names>>
type OldBridge = Later<Bridge, 'host' | 'scribe' | 'exitWhen'>
type OldLineage = Later<Training['lineage'], 'retrainWithinDays'>

/**
 * A plan that was kept before a field came, with what the shape gives a file that leaves the field out. Published versions never
 * change, so they are completed whenever they are read; a whole plan is the same object.
 */
export function withLaterFields(kept: SupportPlan): SupportPlan {
  const { training, involvement } = kept
  const lineage: OldLineage = training.lineage
  const bridges: readonly OldBridge[] = involvement.bridges
  const isWhole =
    lineage.retrainWithinDays !== undefined && bridges.every((bridge) => bridge.exitWhen !== undefined)
  if (isWhole) return kept
  return {
    ...kept,
    training: { ...training, lineage: { ...lineage, retrainWithinDays: lineage.retrainWithinDays ?? 30 } },
    involvement: {
      ...involvement,
      bridges: bridges.map((bridge) => ({
        ...bridge,
        host: bridge.host ?? null,
        scribe: bridge.scribe ?? null,
        exitWhen: bridge.exitWhen ?? [],
      })),
    },
  }
}
