import { z } from 'zod'
import { languages } from '#features/people/domain/person.ts'
import { improvedFigures } from '../values.ts'
import { Involvement } from './involvement.ts'
import { Process } from './process.ts'
import { Teams } from './teams.ts'
import { Text } from './text.ts'
import { Training } from './training.ts'

export const SupportPlan = z
  .strictObject({
    format: z.literal('tierwise-plan-1'),
    name: Text,
    languages: z
      .array(z.enum(languages))
      .min(1)
      .max(2)
      .describe('Languages people are helped in; the first is for someone whose language is unknown.'),
    service: z.string().min(1).max(200),
    owner: z.string().min(1).max(200),
    purpose: Text,
    /** Figures the plan wants to improve: the guide's three ways in which it pays off. */
    improves: z
      .array(
        z.strictObject({
          figure: z.enum(improvedFigures),
          aim: Text,
        }),
      )
      .max(10),
    teams: Teams,
    process: Process,
    training: Training,
    involvement: Involvement,
  })
  .meta({
    title: 'Tierwise support plan',
    description: "The support plan: the planning guide's four questions as one document that runs.",
  })
export type SupportPlan = z.infer<typeof SupportPlan>
