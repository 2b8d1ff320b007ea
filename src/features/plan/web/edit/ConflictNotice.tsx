import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { Place } from '../../domain/check/finding.ts'
import type { Json } from '../../domain/versions/json.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { usePlaceWords } from '../words/place-words.ts'
import type { DraftEditor } from './use-draft-editor.ts'

type ConflictNoticeProps = { readonly draft: DraftEditor; readonly goTo: (place: Place) => void }

/** Where somebody else saved first: what they wrote stands, and what was typed here can be put in its place. */
export function ConflictNotice({ draft, goTo }: ConflictNoticeProps) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { conflicts, saved, document } = draft.sync
  const where = usePlaceWords()
  if (conflicts.length === 0) return null
  return (
    <div className={styles.stack} role="alert">
      {conflicts.map((conflict) => (
        <MessageBar key={conflict.place.join('.')} intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {t('conflict.title', { name: saved.changedBy?.name ?? '', place: where(document, conflict.place) })}
            </MessageBarTitle>
            {said(conflict.mine) !== null && t('conflict.mine', { mine: said(conflict.mine) ?? '' })}
          </MessageBarBody>
          <MessageBarActions>
            {conflict.mine !== undefined && (
              <Button onClick={() => draft.settle(conflict, true)}>{t('conflict.useMine')}</Button>
            )}
            <Button onClick={() => draft.settle(conflict, false)}>{t('conflict.keepTheirs')}</Button>
            <Button appearance="transparent" onClick={() => goTo(conflict.place)}>
              {t('conflict.show')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  )
}

/** Words and figures can be shown in a line; a part with more in it is seen at its place. */
function said(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
