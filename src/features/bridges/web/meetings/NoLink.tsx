import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MeetingView } from '../../contract/answers.ts'

/** Why Teams gave this meeting no link, what an administrator does about it, and when Teams is asked again. */
export function NoLink({ noLink }: { readonly noLink: NonNullable<MeetingView['noLink']> }) {
  const t = useWords('bridges')
  return (
    <>
      {t(`link.why.${reasonOf(noLink.code)}`)}
      {noLink.nextTryAt && (
        <>
          {` ${t('link.again')} `}
          <Time at={noLink.nextTryAt} />
        </>
      )}
    </>
  )
}

const reasons = ['no-meeting-policy', 'organiser-unknown', 'permission-missing', 'sign-in-refused'] as const
const silent = ['throttled', 'unavailable', 'unreachable']

function reasonOf(code: string): (typeof reasons)[number] | 'no-answer' | 'other' {
  return reasons.find((one) => one === code) ?? (silent.includes(code) ? 'no-answer' : 'other')
}
