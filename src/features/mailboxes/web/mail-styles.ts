import { makeStyles, tokens } from '@fluentui/react-components'
import { layoutStyles } from '#ui/theme/layout-styles.ts'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useMailStyles = makeStyles({
  ...textStyles,
  stack: layoutStyles.stack,
  tight: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  row: layoutStyles.wideRow,
  grow: { flexGrow: 1, minWidth: 0 },
  tabs: { flexWrap: 'wrap', flexShrink: 0 },
  one: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', display: 'block' },
  list: layoutStyles.bareList,
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
  },
  two: {
    display: 'grid',
    alignItems: 'start',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalL,
  },
  part: layoutStyles.part,
  legend: layoutStyles.legend,
  answer: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
})
