import { makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import { NoticeList, type NoticesQuery } from './NoticeList.tsx'

const useStyles = makeStyles({
  surface: {
    width: '380px',
    maxWidth: 'calc(100vw - 24px)',
    maxHeight: 'min(560px, 80vh)',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
  },
})

type Props = {
  readonly query: NoticesQuery
  /** The button it hangs from. */
  readonly target: HTMLElement | null
  readonly onClose: () => void
}

export function NoticePopover({ query, target, onClose }: Props) {
  const t = useWords('notices')
  const styles = useStyles()
  return (
    <Popover
      open
      onOpenChange={(event, { open }) => {
        // The bell itself closes what it opened.
        if (open || (event.target instanceof Node && target?.contains(event.target))) return
        onClose()
        if (event.type === 'keydown') target?.focus()
      }}
      positioning={{ target, position: 'below', align: 'end' }}
      trapFocus
    >
      <PopoverSurface className={styles.surface} aria-label={t('title')}>
        <NoticeList query={query} onFollow={onClose} />
      </PopoverSurface>
    </Popover>
  )
}
