import { z } from 'zod'
import { platforms } from '#features/plan/domain/values.ts'
import { distributions } from '../domain/chance/duration.ts'

/**
 * The assumptions of a forecast as a file, the page and the API give them: every key may be left out. Limits keep a file from asking
 * for more than a machine can play.
 */
const share = z.number().min(0).max(1)
const minutes = z.number().min(0).max(5_256_000)
const rate = z.number().min(0).max(10_000)
const weight = z.number().min(0).max(1_000_000)

const Duration = z.strictObject({
  distribution: z.enum(distributions).describe('Form of the distribution'),
  meanMinutes: minutes.describe('Mean, in minutes'),
  cv: z
    .number()
    .min(0)
    .max(20)
    .optional()
    .describe('Standard deviation divided by the mean, for lognormal and gamma; 1 when left out'),
})
const PartOfDuration = Duration.partial()

const Level = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
const someWeight = (weights: readonly number[]) => weights.some((one) => one > 0)

const Arrivals = z
  .strictObject({
    perHour: z
      .number()
      .min(0)
      .max(100_000)
      .nullable()
      .describe('Tickets an hour, a constant Poisson stream day and night; null: by waves and issue rates'),
    issuesPer100Enrollments: z
      .strictObject(
        Object.fromEntries(platforms.map((platform) => [platform, rate])) as Record<
          (typeof platforms)[number],
          typeof rate
        >,
      )
      .partial()
      .describe('Issues for each 100 enrollments, by platform'),
    enrollmentsPerUser: z.number().min(0).max(20).describe('Devices that one person enrolls'),
    issuesPer1000UsersPerWeek: rate.describe('Issues a week of 1,000 people who have enrolled'),
    weekdays: z
      .array(weight)
      .length(7)
      .refine(someWeight, 'some-weight')
      .describe('Weights of the days, Monday first: only their proportion counts'),
    hours: z
      .array(weight)
      .length(24)
      .refine(someWeight, 'some-weight')
      .describe('Weights of the hours of a day, from 0:00 on'),
  })
  .partial()

const Day = z.iso.date()
const people = z.int().min(0).max(10_000)

const Tier = z
  .strictObject({
    agents: z
      .int()
      .min(0)
      .max(10_000)
      .nullable()
      .describe('Agents at work for tickets at the same time while support is open; null: from the plan'),
    hoursPerWeek: z.number().min(0).max(168).describe('Hours a week that one agent is at work'),
    availability: share.describe('Share of that time that is for tickets'),
    notCertified: z
      .array(z.strictObject({ from: Day, people }))
      .max(400)
      .nullable()
      .describe("How many of the plan's people may not work in the tier, from a day on; null: all of them may"),
    work: PartOfDuration.describe('Work on one ticket'),
    passOn: share
      .nullable()
      .describe(
        'Chance that a ticket goes one tier up; given for any tier, it replaces causes, learning and the way down',
      ),
  })
  .partial()

const Horizon = z.strictObject({
  hours: z.number().min(1).max(200_000).describe('Hours that are measured'),
  warmUpHours: z.number().min(0).max(200_000).default(0).describe('Hours before them, which are not'),
})

export const AssumptionsFile = z
  .strictObject({
    arrivals: Arrivals,
    tiers: z.partialRecord(Level, Tier).describe('By level'),
    takeNoteMinutes: PartOfDuration.describe('Taking note of a solution'),
    contactMinutes: PartOfDuration.describe('Telling the requester, by the contact tier'),
    lookMinutes: PartOfDuration.describe('Looking at a handover that is sent back'),
    mendMinutes: PartOfDuration.describe('Mending a handover that was sent back'),
    sendBack: share.describe('Share of handovers that are sent back once'),
    vendorMinutes: PartOfDuration.describe('Until the vendor answers, on the wall clock'),
    causes: z
      .strictObject({
        count: z.int().min(1).max(10_000).describe('Number of hidden causes'),
        zipf: z
          .number()
          .min(0)
          .max(5)
          .describe('The nth most frequent cause comes up in proportion to 1 / n^zipf'),
        foundBy: z
          .partialRecord(Level, share)
          .describe('Share of tickets whose cause a tier can find unaided, by level; the rest takes the vendor'),
      })
      .partial(),
    priorities: z
      .tuple([weight, weight, weight, weight])
      .refine(someWeight, 'some-weight')
      .describe('Share of tickets by priority, 1 to 4'),
    patience: z
      .union([z.literal('none'), Duration])
      .nullable()
      .describe('How long a requester waits for the contact tier before giving up; none: for ever'),
    learning: z
      .union([
        z.literal('off'),
        z
          .strictObject({
            perLesson: share.describe('Chance to have learnt a cause from one solution that came down'),
            most: share.describe('The chance that this approaches'),
          })
          .partial(),
      ])
      .describe('How a tier learns from solutions that come down; off: not at all'),
    training: z
      .strictObject({
        lessons: z.int().min(0).max(50).describe('Solutions that training counts for, per cause'),
        planned: z
          .array(
            z.strictObject({
              tier: z.int().min(1).max(9),
              starts: z.iso.datetime({ offset: true }),
              minutes: z.number().min(0).max(1440),
              people,
            }),
          )
          .max(500)
          .nullable()
          .describe('Training sessions with their dates; null: when the plan has its courses'),
        retraining: z
          .array(z.strictObject({ tier: z.int().min(1).max(9), people, from: Day, until: Day }))
          .max(500)
          .describe('People who train again on a change of the plan, each once between two days'),
        retrainMinutes: z.number().min(0).max(1440).describe('Minutes that one of them takes to train again'),
      })
      .partial(),
    bridge: z
      .strictObject({
        held: z.boolean().describe("Whether the plan's bridges are held"),
        minutesPerItem: z.number().min(1).max(480).describe('Minutes that one ticket takes on a bridge'),
        lessons: z.int().min(0).max(50).describe('Solutions that a cause found on a bridge counts for'),
        optional: share.describe('Share of those whom the quorum does not need who come all the same'),
        adHocPerWeek: z
          .number()
          .min(0)
          .max(50)
          .describe('Bridges a week that are called beside those of the plan'),
        adHocMinutes: z.number().min(1).max(480).describe('How long one of those lasts'),
      })
      .partial(),
    hours: z.enum(['plan', 'always']).describe("The plan's support hours, or day and night"),
    queue: z
      .enum(['due', 'first-come'])
      .describe(
        'What an agent takes next: what is due first, or what came first; first-come when arrivals.perHour is given',
      ),
    horizon: Horizon.nullable().describe('Null: a year from the first phase on'),
    replications: z.int().min(1).max(10_000).describe('Possible years that are played'),
    seed: z.int().min(0).describe('The same seed gives the same bytes'),
  })
  .partial()
  .refine(isPlayable, 'too-much-to-play')
  .meta({ id: 'ForecastAssumptions' })
export type AssumptionsFile = z.infer<typeof AssumptionsFile>

/** Tickets over all replications, and stretches of time, that one file may ask for. */
const mostTickets = 5_000_000_000
const mostHours = 200_000_000

function isPlayable({
  arrivals,
  horizon,
  replications = 200,
}: {
  readonly arrivals?: { readonly perHour?: number | null | undefined } | undefined
  readonly horizon?: { readonly hours: number; readonly warmUpHours: number } | null | undefined
  readonly replications?: number | undefined
}): boolean {
  const hours = (horizon ? horizon.hours + horizon.warmUpHours : 8760) * replications
  return hours <= mostHours && hours * (arrivals?.perHour ?? 0) <= mostTickets
}
