import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLive } from '#ui/live/live.tsx'
import type { PlanDraft } from '../../contract.ts'
import { checkPlan } from '../../domain/check/check-plan.ts'
import { type Finding, isShape, severities } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { type Chapter, type ChapterCount, chapters } from '../ChapterTabs.tsx'
import { chapterOf } from '../edit/place.ts'
import { facts as factsQuery } from '../queries.ts'

/**
 * What is found in the draft as it stands on the page: the rules are the server's, run here at once with the facts it gave. What only
 * the server can tell, about the shape of a value, is as of the last save.
 */
export function useFindings(saved: PlanDraft, plan: SupportPlan): readonly Finding[] {
  const queries = useQueryClient()
  const facts = useQuery(factsQuery).data
  useLive('plan', ({ subject, data }) => {
    if (subject === null || data['links'] !== undefined)
      void queries.invalidateQueries({ queryKey: factsQuery.queryKey })
  })
  return useMemo(() => {
    if (!facts) return saved.findings
    return bySeverity([...saved.findings.filter(isShape), ...checkPlan(plan, facts)])
  }, [facts, saved.findings, plan])
}

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

/** How much was found in each chapter. */
export function countPerChapter(findings: readonly Finding[]): Readonly<Record<Chapter, ChapterCount>> {
  const counted = chapters.map((chapter) => {
    const here = findings.filter(({ place }) => chapterOf(place) === chapter)
    const gravest = severities.find((severity) => here.some((finding) => finding.severity === severity))
    return [chapter, { count: here.length, gravest: gravest ?? 'hint' }] as const
  })
  return Object.fromEntries(counted) as Record<Chapter, ChapterCount>
}
