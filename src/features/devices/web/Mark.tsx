import { mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import { useContextStyles } from './context-styles.ts'

export type Tone = 'good' | 'bad' | 'warned' | 'plain'

const icons = { good: CheckmarkCircleRegular, bad: ErrorCircleRegular, warned: WarningRegular, plain: InfoRegular }

/** A few words with a sign before them, so that colour says nothing alone. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const styles = useContextStyles()
  const Icon = icons[tone]
  return (
    <span className={mergeClasses(styles.mark, tone === 'plain' ? styles.quiet : styles[tone])}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  )
}
