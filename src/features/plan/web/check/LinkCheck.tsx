import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons/svg/link'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useToast } from '#ui/notice/Notices.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { Time } from '#ui/time/Time.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { facts as factsQuery, planApi } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'

const useStyles = makeStyles({ bar: { justifyContent: 'space-between' } })

/** Links go dead by themselves, so somebody asks to look at them; what is dead then comes among the findings. */
export function LinkCheck() {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const toast = useToast()
  const say = useProblemText()
  const links = Object.values(useQuery(factsQuery).data?.links ?? {})
  const last = links
    .map((link) => link.checkedAt)
    .toSorted()
    .at(-1)
  const check = useMutation({
    mutationFn: () => planApi('POST /api/v1/plan/links/check'),
    onSuccess: () => toast({ text: t('check.linksAsked'), tone: 'success' }),
    onError: (error) => toast({ text: say(error).sentence, tone: 'error' }),
  })
  return (
    <div className={mergeClasses(plain.row, styles.bar)}>
      <Button
        size="small"
        icon={<LinkRegular aria-hidden />}
        disabledFocusable={check.isPending}
        onClick={() => check.mutate()}
      >
        {t('check.links')}
      </Button>
      {last !== undefined && (
        <span className={mergeClasses(plain.quiet, plain.small)}>
          {t('check.linksAt')} <Time at={last} quiet />
        </span>
      )}
    </div>
  )
}
