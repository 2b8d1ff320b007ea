import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { useSettled } from '#ui/form/settled.ts'
import { textStyles } from '#ui/theme/text-styles.ts'
import { useWords } from '#ui/words/words.ts'
import { saysEnough } from '../../domain/report-words.ts'
import { portalApi } from '../queries.ts'

const useStyles = makeStyles({
  ...textStyles,
  box: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'center', margin: 0 },
  icon: { fontSize: '24px', flexShrink: 0, color: tokens.colorBrandForeground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    marginTop: tokens.spacingVerticalM,
  },
})

/** What somebody tried, as the help desk reads it. */
export type Tried = { readonly id: string; readonly title: string }

type Props = {
  readonly text: string
  readonly platform: Platform | ''
  readonly tried: readonly Tried[]
  readonly onTried: (aid: Tried) => void
  readonly onWorks: (aid: Tried) => void
}

const pause = 700

const firstAidFor = (text: string, platform: Platform | '', language: 'nl' | 'en') =>
  queryOptions({
    queryKey: ['portal', 'first-aid', text, platform, language],
    queryFn: ({ signal }) =>
      portalApi('POST /api/v1/portal/first-aid', {
        body: { text, platform: platform === '' ? null : platform, language },
        signal,
      }),
    enabled: saysEnough(text),
    staleTime: 600_000,
    retry: false,
  })

/** While somebody writes: what they can try themselves. It asks nothing, and never stands in the way of reporting. */
export function FirstAid({ text, platform, tried, onTried, onWorks }: Props) {
  const t = useWords('portal')
  const styles = useStyles()
  const id = useId()
  const settled = useSettled(text, pause)
  const asked = useQuery({ ...firstAidFor(settled, platform, t.language), placeholderData: keepPreviousData })
  const aids = saysEnough(settled) ? (asked.data?.aids ?? []) : []
  const isTried = (aid: Tried) => tried.some((one) => one.id === aid.id)
  return (
    <div aria-live="polite">
      {aids.length > 0 && (
        <section className={styles.box} aria-labelledby={id}>
          <div className={styles.head}>
            <LightbulbRegular aria-hidden className={styles.icon} />
            <h2 id={id} className={styles.title}>
              {t('aid.title')}
            </h2>
          </div>
          {aids.map((aid) => (
            <section key={aid.id} aria-labelledby={`${id}-${aid.id}`}>
              <h3 id={`${id}-${aid.id}`} className={styles.name}>
                {aid.title}
              </h3>
              {isTried(aid) ? (
                <p className={styles.quiet}>{t('aid.noted')}</p>
              ) : (
                <>
                  <ol className={styles.steps}>
                    {aid.steps.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                  <div className={styles.row}>
                    <Button
                      type="button"
                      icon={<CheckmarkCircleRegular aria-hidden />}
                      aria-describedby={`${id}-${aid.id}`}
                      onClick={() => onWorks(aid)}
                    >
                      {t('aid.works')}
                    </Button>
                    <Button
                      type="button"
                      appearance="subtle"
                      aria-describedby={`${id}-${aid.id}`}
                      onClick={() => onTried({ id: aid.id, title: aid.title })}
                    >
                      {t('aid.worksNot')}
                    </Button>
                  </div>
                </>
              )}
            </section>
          ))}
        </section>
      )}
    </div>
  )
}
