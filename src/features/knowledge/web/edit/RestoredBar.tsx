import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'

/** What somebody began to write before stands here again. */
export function RestoredBar({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = useWords('knowledge')
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{t('edit.restored')}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onDiscard}>
          {t('edit.discard')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
