import type { Bridge } from './involvement.ts'
import type { Process } from './process.ts'
import { noDetection, usualBursts } from '../unsaid.ts'
import type { SupportPlan } from './support-plan.ts'
import type { Training } from './training.ts'

type Later<T, Names extends keyof T> = Omit<T, Names> & Partial<Pick<T, Names>>
type OldBridge = Later<Bridge, 'host' | 'scribe' | 'exitWhen'>
type OldProcess = Later<Process, 'detection' | 'deviceActions' | 'bursts'>
type OldLineage = Later<Training['lineage'], 'retrainWithinDays'>

/**
 * A plan that was kept before a field came, with what the shape gives a file that leaves the field out. Published versions never
 * change, so they are completed whenever they are read; a whole plan is the same object.
 */
export function withLaterFields(kept: SupportPlan): SupportPlan {
  const { training, involvement } = kept
  const process: OldProcess = kept.process
  const lineage: OldLineage = training.lineage
  const bridges: readonly OldBridge[] = involvement.bridges
  const isWhole =
    process.bursts !== undefined &&
    lineage.retrainWithinDays !== undefined &&
    bridges.every((bridge) => bridge.exitWhen !== undefined)
  if (isWhole) return kept
  return {
    ...kept,
    process: {
      ...process,
      detection: process.detection ?? noDetection,
      deviceActions: process.deviceActions ?? [],
      bursts: process.bursts ?? usualBursts,
    },
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
