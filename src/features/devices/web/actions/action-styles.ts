import { makeStyles, tokens } from '@fluentui/react-components'
import { textStyles } from '#ui/theme/text-styles.ts'

export const useActionStyles = makeStyles({
  ...textStyles,
  stack: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  list: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  line: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    minWidth: 0,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  item: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
})
