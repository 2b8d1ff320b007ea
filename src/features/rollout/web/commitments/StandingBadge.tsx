import { Badge, type BadgeProps } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { CircleHalfFillRegular } from '@fluentui/react-icons/svg/circle-half-fill'
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'
import type { ReactElement } from 'react'
import { useWords } from '#ui/words/words.ts'
import type { Standing } from '../../domain/commitment/commitment.ts'

export const standingIcons: Readonly<Record<Standing, ReactElement>> = {
  met: <CheckmarkCircleRegular />,
  waived: <SubtractCircleRegular />,
  overdue: <ClockAlarmRegular />,
  'in-progress': <CircleHalfFillRegular />,
  open: <CircleRegular />,
}
const colours: Readonly<Record<Standing, NonNullable<BadgeProps['color']>>> = {
  met: 'success',
  waived: 'subtle',
  overdue: 'danger',
  'in-progress': 'brand',
  open: 'informative',
}

/** How a commitment stands: by its sign and its word, not by its colour alone. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const t = useWords('rollout')
  return (
    <Badge appearance="tint" color={colours[standing]} icon={standingIcons[standing]}>
      {t(`commitments.standing.${standing}`)}
    </Badge>
  )
}
