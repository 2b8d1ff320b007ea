import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ColumnTripleRegular } from '@fluentui/react-icons/svg/column-triple'
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
  return (
    <Menu
      inline
      checkedValues={{ columns: [...(chosen ?? usualColumns)] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onChoose(choosableColumns.filter((key) => checkedItems.includes(key)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<ColumnTripleRegular aria-hidden />}>
          {t('desk.chooseColumns')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choosableColumns.map((key) => (
            <MenuItemCheckbox key={key} name="columns" value={key}>
              {labels[key]}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem disabled={chosen === null} onClick={() => onChoose(null)}>
            {t('desk.columnsThatFit')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
