import type { Text } from '#features/plan/domain/document/text.ts'

export const commitmentKinds = [
  'design-workshop',
  'own-devices',
  'test-cases',
  'help-desk-documents',
  'sign-off',
  'other',
] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentStates = ['open', 'in-progress', 'met', 'waived'] as const
export type CommitmentState = (typeof commitmentStates)[number]

export type Ready = { readonly kind: CommitmentKind; readonly what: Text; readonly evidence: Text }

/** Ways to involve support early that come ready with Tierwise, for whoever adds one beside those of the plan. */
export const readyCommitments: readonly Ready[] = [
  {
    kind: 'design-workshop',
    what: {
      nl: 'Support doet mee aan de ontwerpsessie van de uitrol',
      en: 'Support takes part in the design workshop of the rollout',
    },
    evidence: {
      nl: 'Verslag van de sessie, met wie van support erbij was en wat er door hun inbreng veranderde',
      en: 'Report of the workshop, with who of support was there and what changed because of them',
    },
  },
  {
    kind: 'own-devices',
    what: {
      nl: 'Support heeft eigen apparaten ingeschreven, op elk platform van de pilot',
      en: 'Support has enrolled devices of its own, on every platform of the pilot',
    },
    evidence: {
      nl: 'De apparaten in Ervaring van support, of een lijst uit Intune',
      en: 'The devices under Support’s own experience, or a list from Intune',
    },
  },
  {
    kind: 'test-cases',
    what: {
      nl: 'Support voert de testgevallen van de pilot uit',
      en: 'Support executes the test cases of the pilot',
    },
    evidence: {
      nl: 'De afgevinkte testgevallen met hun uitkomst, per platform',
      en: 'The ticked test cases with their results, per platform',
    },
  },
  {
    kind: 'help-desk-documents',
    what: {
      nl: 'Support schrijft de handleidingen voor de servicedesk',
      en: 'Support writes the guides for the help desk',
    },
    evidence: {
      nl: 'De handleidingen, of waar ze staan',
      en: 'The guides, or where they are kept',
    },
  },
  {
    kind: 'sign-off',
    what: {
      nl: 'De teamleider van support tekent dat support er klaar voor is',
      en: 'The lead of support signs that support is ready',
    },
    evidence: {
      nl: 'Het ondertekende akkoord, met de punten die nog openstaan',
      en: 'The signed agreement, with the points that are still open',
    },
  },
]

/** What a commitment of the plan is, by the keys that the starter plan and our own commitments use. */
export function kindOf(key: string): CommitmentKind {
  if (key === 'test-enrollment') return 'test-cases'
  return readyCommitments.find(({ kind }) => key === kind || key.startsWith(`${kind}-`))?.kind ?? 'other'
}
