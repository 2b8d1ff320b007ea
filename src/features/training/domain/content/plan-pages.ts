import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Tier } from '#features/plan/domain/document/teams.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { priorities } from '#features/plan/domain/values.ts'
import type { ContentPage } from './page.ts'
import { inMinutes, inWeek } from './plan-words.ts'
import { page, text, words } from './write.ts'

const both = (make: (language: Language) => string): Text => words(make('nl'), make('en'))
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
const table = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n')

/** "Go through the support plan": the organisation's own, in the words of somebody who is new to it. */
export function planPages(plan: SupportPlan, level: number): readonly ContentPage[] {
  const tier = plan.teams.tiers.find((one) => one.level === level)
  return [
    why(plan),
    who(plan),
    ...(tier ? [yourTier(plan, tier)] : []),
    steps(plan),
    ...(tier ? handover(plan, tier) : []),
    wayDown(plan, level),
    urgency(plan, tier),
    ...bridge(plan),
    contactCard(plan),
  ]
}

function why(plan: SupportPlan): ContentPage {
  return page(
    text('Waarom er een plan is', 'Why there is a plan'),
    2,
    both((language) => {
      const aims = plan.improves.map(({ aim }) => aim[language])
      return `${plan.purpose[language]}\n\n${bullets(aims)}`
    }),
    text(
      'Vraag wat er vroeger misging als iemand met een telefoon vastliep. Elke regel van dit plan komt daarvandaan.',
      'Ask what used to go wrong when somebody got stuck with a phone. Every line of this plan comes from there.',
    ),
  )
}

function who(plan: SupportPlan): ContentPage {
  return page(
    text('Wie helpt', 'Who helps'),
    3,
    both((language) => {
      const isNl = language === 'nl'
      const tiers = plan.teams.tiers.map((tier) => [
        `${tier.level} ${tier.name[language]}`,
        tier.responsibilities[0]?.[language] ?? '',
        inWeek(hoursOf(plan, tier.supportHours).weekly, language),
      ])
      const { vendor } = plan.teams
      const last = vendor ? [[`${vendor.level} ${vendor.name[language]}`, vendor.contract[language], '–']] : []
      const heads = isNl ? ['Laag', 'Eerste taak', 'Bereikbaar'] : ['Tier', 'First duty', 'Open']
      return table([heads, ...tiers, ...last])
    }),
    text(
      'Noem bij elke laag de namen van de mensen. Op de pagina Teams staan ze bij elkaar.',
      'Say the names of the people in each tier. The page Teams has them together.',
    ),
  )
}

function yourTier(plan: SupportPlan, tier: Tier): ContentPage {
  const talks = tier.talksToRequesters
  return page(
    { nl: `Jouw laag: ${tier.name.nl}`, en: `Your tier: ${tier.name.en}` },
    3,
    both((language) => {
      const talk =
        language === 'nl'
          ? talks
            ? 'Je praat zelf met de aanvrager.'
            : `Je praat niet met de aanvrager: dat doet laag ${plan.process.contactTier}.`
          : talks
            ? 'You talk to the requester yourself.'
            : `You do not talk to the requester: tier ${plan.process.contactTier} does.`
      return `${bullets(tier.responsibilities.map((one) => one[language]))}\n\n${talk}`
    }),
    text(
      'Laat iedereen bij één taak zeggen wat hij daarin nog lastig vindt. Dat is waar straks geoefend wordt.',
      'Let everybody say of one duty what they still find hard in it. That is what is practised later.',
    ),
  )
}

function steps(plan: SupportPlan): ContentPage {
  const { contactTier } = plan.process
  const highest = Math.max(...plan.teams.tiers.map(({ level }) => level))
  return page(
    text('Hoe een melding loopt', 'How a ticket moves'),
    4,
    words(
      `1. De aanvrager meldt zich bij laag ${contactTier}.
      2. Vindt die de oorzaak niet, dan gaat de melding één laag hoger, met het bewijs dat het plan vraagt.
      3. De ontvanger neemt aan, of stuurt terug en noemt wat er mist. Zo gaat het zo nodig door tot laag ${highest}.
      4. Wie de oorzaak vindt, legt oorzaak en oplossing vast; die gaan terug naar elke laag die meedeed.
      5. Laag ${contactTier} vertelt het de aanvrager en helpt. Pas daarna is de melding opgelost.

      Wie een melding overdraagt, blijft verantwoordelijk tot de ander haar aanneemt.`,
      `1. The requester contacts tier ${contactTier}.
      2. If that tier does not find the cause, the ticket goes one tier up, with the evidence that the plan asks for.
      3. The receiver accepts, or sends it back and names what is missing. So it goes on, if needed, up to tier ${highest}.
      4. Whoever finds the cause records cause and solution; these go back to every tier that took part.
      5. Tier ${contactTier} tells the requester and helps. Only then is the ticket resolved.

      Whoever hands a ticket over stays responsible until the other accepts it.`,
    ),
    text(
      'Open in Tierwise een opgeloste melding en wijs de vijf stappen aan op het pad bovenaan.',
      'Open a resolved ticket in Tierwise and point at the five steps on the path at its top.',
    ),
  )
}

/** What goes along when this tier hands over. */
function handover(plan: SupportPlan, tier: Tier): readonly ContentPage[] {
  const edge = plan.process.edges.find(({ from }) => from === tier.level)
  if (!edge) return []
  const required = edge.evidence.filter((item) => item.required)
  const optional = edge.evidence.length - required.length
  return [
    page(
      { nl: `Overdragen aan laag ${edge.to}`, en: `Handing over to tier ${edge.to}` },
      4,
      both((language) => {
        const isNl = language === 'nl'
        const items = required.map((item) => `${item.name[language]}: ${item.help[language]}`)
        const extra =
          optional === 0
            ? ''
            : isNl
              ? `\n\nAls je het hebt, nog ${optional} andere. Het venster van de overdracht laat per categorie en systeem zien wat nodig is en vult in wat al bekend is.`
              : `\n\nIf you have it, ${optional} more. The handover dialog shows what this category and system need, and fills in what is known.`
        const cap = isNl
          ? `Wordt een melding ${plan.process.bounceCap} keer teruggestuurd, dan komt ze op de bridge.`
          : `A ticket that is sent back ${plan.process.bounceCap} times goes to the bridge.`
        const intro = isNl ? 'Dit gaat altijd of per categorie mee:' : 'This goes along, always or by category:'
        return `${intro}\n\n${bullets(items)}${extra}\n\n${cap}`
      }),
      text(
        'Laat een goede en een teruggestuurde overdracht naast elkaar zien. Wat maakte het verschil?',
        'Show a good handover beside one that was sent back. What made the difference?',
      ),
    ),
  ]
}

function wayDown(plan: SupportPlan, level: number): ContentPage {
  const { process } = plan
  const together = process.wayDown === 'together'
  return page(
    text('De oplossing terug', 'The solution back'),
    3,
    words(
      `- ${together ? 'De oplossing gaat naar alle lagen eronder tegelijk.' : 'De oplossing gaat laag voor laag naar beneden.'}
      - Elke laag die meedeed, neemt kennis: je bevestigt dat je de oplossing begrijpt, of je stelt een vraag aan wie haar vond.
      - ${process.knownIssueRequired ? 'Bij elke oorzaak hoort een bekend probleem, of de reden waarom het eenmalig is.' : 'Een bekend probleem erbij is welkom, niet verplicht.'}
      - ${level === process.contactTier ? 'Jij vertelt het de aanvrager.' : `Laag ${process.contactTier} vertelt het de aanvrager.`} Lukt contact niet, dan probeer je het na ${inMinutes(process.contactRetryMinutes, 'nl')} opnieuw.
      - Zonder bericht sluit de melding na ${process.quietPeriodDays} werkdagen van support; heropenen kan tot ${process.reopenWindowDays} dagen daarna.`,
      `- ${together ? 'The solution goes to all tiers below at once.' : 'The solution goes down tier by tier.'}
      - Every tier that took part takes note: you confirm that you understand the solution, or ask whoever found it.
      - ${process.knownIssueRequired ? 'With every cause goes a known issue, or the reason why it is a one-off.' : 'A known issue with it is welcome, not required.'}
      - ${level === process.contactTier ? 'You tell the requester.' : `Tier ${process.contactTier} tells the requester.`} If they cannot be reached, try again after ${inMinutes(process.contactRetryMinutes, 'en')}.
      - Without an answer the ticket closes after ${process.quietPeriodDays} support days; it can be reopened for ${process.reopenWindowDays} days after that.`,
    ),
    text(
      'Kennisnemen is geen vinkje: de volgende keer los je het zelf op. Dat is wat er gemeten wordt.',
      'Taking note is no tick in a box: next time you solve it yourself. That is what is measured.',
    ),
  )
}

function urgency(plan: SupportPlan, tier: Tier | undefined): ContentPage {
  const { priorityNames, targets, warnAtPercent } = plan.process
  return page(
    text('Hoe dringend, en hoe lang', 'How urgent, and how long'),
    3,
    both((language) => {
      const isNl = language === 'nl'
      const heads = isNl
        ? ['Prioriteit', 'Aannemen', 'Werken', 'Aanvrager gesproken', 'Opgelost']
        : ['Priority', 'Acknowledge', 'Work', 'Requester contacted', 'Resolved']
      const rows = priorities.map((priority) => [
        `${priority} ${priorityNames[priority][language]}`,
        tier ? inMinutes(tier.targets[priority].acknowledgeMinutes, language) : '–',
        tier ? inMinutes(tier.targets[priority].workMinutes, language) : '–',
        inMinutes(targets[priority].contactMinutes, language),
        inMinutes(targets[priority].resolveMinutes, language),
      ])
      const after = isNl
        ? `De tijd telt alleen tijdens ondersteuningstijden. Bij ${warnAtPercent}% van een streeftijd krijgt de teamleider een waarschuwing.`
        : `Time counts within support hours only. At ${warnAtPercent}% of a target the lead is warned.`
      return `${table([heads, ...rows])}\n\n${after}`
    }),
    text(
      'Prioriteit volgt uit gevolgen en haast. Laat de groep drie voorbeelden inschatten en kijk of iedereen hetzelfde zegt.',
      'Priority follows from impact and urgency. Let the group judge three examples and see whether all say the same.',
    ),
  )
}

function bridge(plan: SupportPlan): readonly ContentPage[] {
  const { bridges, phases } = plan.involvement
  if (bridges.length === 0) return []
  return [
    page(
      text('De bridge: alle lagen bij elkaar', 'The bridge: all tiers together'),
      2,
      both((language) => {
        const isNl = language === 'nl'
        const lines = bridges.map((one) => {
          const when = inWeek(
            one.weekly.map(({ day, at }) => ({ day, from: at, to: null })),
            language,
          )
          const names = phases.filter(({ key }) => one.phases.includes(key)).map(({ name }) => name[language])
          const during = isNl ? `tijdens ${names.join(', ')}` : `during ${names.join(', ')}`
          return `${one.name[language]}: ${when}, ${inMinutes(one.lengthMinutes, language)}, ${during}. ${one.exit[language]}`
        })
        const intro = isNl
          ? 'In de eerste fasen zitten mensen van alle lagen op vaste momenten bij elkaar. Wie vastzit, hoort daar meteen wie verder kan.'
          : 'In the first phases people of all tiers meet at fixed moments. Whoever is stuck hears there at once who can go on.'
        return `${intro}\n\n${bullets(lines)}`
      }),
      text(
        'Vertel hoe je een melding op de agenda zet, en dat een oorzaak die daar gevonden wordt voor alle aanwezigen als kennisgenomen telt.',
        'Tell how a ticket gets on the agenda, and that a cause found there counts as noted by everybody present.',
      ),
    ),
  ]
}

function contactCard(plan: SupportPlan): ContentPage {
  return page(
    text('Contactkaart', 'Contact card'),
    1,
    both((language) => {
      const isNl = language === 'nl'
      const rows = plan.teams.tiers.map((tier) => [
        `${tier.level} ${tier.name[language]}`,
        inWeek(hoursOf(plan, tier.supportHours).weekly, language),
        tier.onCall
          ? `${inWeek(hoursOf(plan, tier.onCall.hours).weekly, language)}. ${tier.onCall.note[language]}`
          : '–',
      ])
      return table([isNl ? ['Laag', 'Bereikbaar', 'Piket'] : ['Tier', 'Open', 'On call'], ...rows])
    }),
    text(
      'Deel de kaart na de training uit of zet haar bij de favorieten.',
      'Hand the card out after the training, or keep it as a favourite.',
    ),
  )
}
