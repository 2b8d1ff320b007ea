import { ColumnTripleRegular } from '@fluentui/react-icons/svg/column-triple'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useWords } from '#ui/words/words.ts'
import { type ChoosableColumn, choosableColumns, useColumnLabels, usualColumns } from './desk-columns.tsx'

type Props = {
  readonly chosen: readonly ChoosableColumn[] | null
  readonly onChoose: (chosen: readonly ChoosableColumn[] | null) => void
}

/** Which columns the list has: one's own choice, or what fits. */
export function ColumnMenu({ chosen, onChoose }: Props) {
  const t = useWords('tickets')
  const labels = useColumnLabels()
  const shown = chosen ?? usualColumns
  return (
    <MenuButton
      appearance="subtle"
      icon={<ColumnTripleRegular aria-hidden />}
      entries={[
        ...choosableColumns.map((key) => ({
          key,
          text: labels[key],
          checked: shown.includes(key),
          run: () => onChoose(choosableColumns.filter((one) => shown.includes(one) !== (one === key))),
        })),
        {
          key: 'fitting',
          text: t('desk.columnsThatFit'),
          off: chosen === null,
          apart: true,
          run: () => onChoose(null),
        },
      ]}
    >
      {t('desk.chooseColumns')}
    </MenuButton>
  )
}
