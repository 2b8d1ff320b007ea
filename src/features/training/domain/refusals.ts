/** Why somebody may not do something about training; each has words in the catalogue. */
export const trainingRefusals = [
  'course-unknown',
  'trainer-not-in-lineage',
  'trainer-not-certified',
  'trainer-not-trained',
  'trainer-line-broken',
  'session-in-the-past',
  'session-too-short',
  'session-too-long',
  'session-too-far',
  'session-place-missing',
  'session-cancelled',
  'session-over',
  'already-signed-up',
  'not-signed-up',
  'trainer-cannot-attend',
  'not-for-you',
  'trained-your-trainer',
  'already-attended',
  'seats-taken',
  'attendance-not-open',
  'not-seated',
  'room-code-not-right',
  'test-needs-attendance',
  'test-rests',
  'test-passed-already',
  'test-without-questions',
  'test-handed-in',
  'evaluation-needs-attendance',
  'already-evaluated',
  'certificate-revoked',
  'retraining-done',
] as const
export type TrainingRefusal = (typeof trainingRefusals)[number]

/** What a rule of this feature answers: yes with a value, or no with a code that the pages have words for. */
export type Verdict<Value = undefined> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly refusal: {
        readonly code: TrainingRefusal
        readonly data?: Readonly<Record<string, string | number>>
      }
    }

export function yes<Value>(value: Value): Verdict<Value> {
  return { ok: true, value }
}

export const fine: Verdict = { ok: true, value: undefined }

export function no(code: TrainingRefusal, data?: Readonly<Record<string, string | number>>): Verdict<never> {
  return { ok: false, refusal: data ? { code, data } : { code } }
}
