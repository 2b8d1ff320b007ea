import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import type { ShownDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { SnapshotLine } from '../contract/context-routes.ts'
import { snapshotText } from '../domain/snapshot-text.ts'
import { useContextStyles } from './context-styles.ts'
import { frozenContext } from './queries.ts'
import { useSayMoment } from './say-moment.ts'

/** What was known then, as it goes into evidence. */
export function SnapshotDialog({ dialog }: { readonly dialog: ShownDialog<SnapshotLine> }) {
  const { of, open, hide } = dialog
  useReturnFocus(open)
  if (of === null) return null
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && hide()}>
      <DialogSurface>
        <Frozen line={of} onClose={hide} />
      </DialogSurface>
    </Dialog>
  )
}

function Frozen({ line, onClose }: { readonly line: SnapshotLine; readonly onClose: () => void }) {
  const t = useWords('devices')
  const ui = useWords('ui')
  const styles = useContextStyles()
  const say = useSayMoment()
  const frozen = useQuery(frozenContext(line.id))
  return (
    <DialogBody>
      <DialogTitle>
        {t(`reason.${line.reason}`)} <Time at={line.at} quiet />
      </DialogTitle>
      <DialogContent className={styles.stack}>
        <Loaded query={frozen}>
          {({ context }) => <PlainText text={snapshotText(context, t.language, say)} />}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{ui('close')}</Button>
      </DialogActions>
    </DialogBody>
  )
}
