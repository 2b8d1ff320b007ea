import { makeStyles, tokens } from '@fluentui/react-components'

export const useMigrationStyles = makeStyles({
  narrow: { width: '40px', '&&': { paddingBlock: 0 } },
  changes: { margin: 0, paddingInlineStart: '1.1em' },
  warning: { color: tokens.colorStatusWarningForeground3 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})
