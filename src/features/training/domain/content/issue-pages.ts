import type { Language } from '#features/people/domain/person.ts'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import type { ContentPage } from './page.ts'
import { text, words } from './write.ts'

export const issuesPerCourse = 5

/**
 * Known issues that are worth telling in a course: of its tier, on the platforms that the rollout has, spread over areas and
 * platforms; those with a code first, since that is what people read out. Always the same for the same catalogue.
 */
export function issuesFor(
  issues: readonly KnownIssue[],
  tier: number,
  platforms: readonly string[],
  count = issuesPerCourse,
): readonly KnownIssue[] {
  const own = issues.filter(
    (issue) =>
      Math.min(issue.typicalTier, 3) === Math.min(tier, 3) &&
      (platforms.length === 0 || issue.platforms.some((platform) => platforms.includes(platform))),
  )
  const left = own.toSorted((one, other) => Number(other.codes.length > 0) - Number(one.codes.length > 0))
  const seen = { areas: new Set<string>(), platforms: new Set<string>() }
  const chosen: KnownIssue[] = []
  const news = (issue: KnownIssue) =>
    (seen.areas.has(issue.area) ? 0 : 2) + (seen.platforms.has(issue.platforms[0] ?? '') ? 0 : 1)
  while (chosen.length < count && left.length > 0) {
    const best = left.reduce((most, issue) => (news(issue) > news(most) ? issue : most))
    left.splice(left.indexOf(best), 1)
    seen.areas.add(best.area)
    seen.platforms.add(best.platforms[0] ?? '')
    chosen.push(best)
  }
  return chosen
}

const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join('\n')

/** One known issue as a page: what one sees, why, what one checks and does, and what goes along when it goes up. */
export function issuePage(issue: KnownIssue): ContentPage {
  const body = (language: Language) => {
    const say = language === 'nl' ? dutch : english
    const codes = issue.codes.length > 0 ? `\n\n${say.codes} ${issue.codes.join(', ')}` : ''
    return [
      `${issue.symptom[language]}${codes}`,
      `${say.cause} ${issue.cause[language]}`,
      say.checks,
      numbered(issue.checks[language]),
      say.fix,
      numbered(issue.fix[language]),
      `${say.evidence} ${issue.evidence.map((one) => one[language]).join('; ')}.`,
    ].join('\n\n')
  }
  return {
    title: titleOf(issue),
    minutes: 6,
    body: words(body('nl'), body('en')),
    notes: text(
      'Laat eerst alleen het symptoom zien. Wat zou de groep vragen? Pas daarna de oorzaak.',
      'Show the symptom alone at first. What would the group ask? Only then the cause.',
    ),
    sources: issue.source === null ? [] : [issue.source],
  }
}

const dutch = {
  codes: 'Codes:',
  cause: 'Oorzaak:',
  checks: 'Zo ga je het na:',
  fix: 'Zo los je het op:',
  evidence: 'Gaat het omhoog, geef dan mee:',
}
const english: typeof dutch = {
  codes: 'Codes:',
  cause: 'Cause:',
  checks: 'How you check it:',
  fix: 'How you solve it:',
  evidence: 'If it goes up, send along:',
}

function titleOf({ symptom }: KnownIssue): ContentPage['title'] {
  const short = (words: string) => words.replace(/\.$/, '')
  return { nl: short(symptom.nl), en: short(symptom.en) }
}
