import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { Time } from '#ui/time/Time.tsx'
import type { Place } from '../../domain/check/finding.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { planApi } from '../queries.ts'
import { usePlaceWords } from '../words/place-words.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { PublishDialog } from './PublishDialog.tsx'
import type { DraftEditor } from './use-draft-editor.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    insetBlockEnd: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    zIndex: 2,
  },
  grow: { flexGrow: 1, minWidth: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    marginInlineStart: 'auto',
  },
})

type DraftBarProps = {
  readonly draft: DraftEditor
  readonly goTo: (place: Place) => void
  /** How the plan is expected to hold, between how it stands and what can be done. */
  readonly forecast?: ReactNode
}

/** How the draft stands, and its one primary action. */
export function DraftBar({ draft, goTo, forecast }: DraftBarProps) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const go = useGo()
  const toast = useToast()
  const queries = useQueryClient()
  const [dialog, setDialog] = useState<'publish' | 'discard' | null>(null)
  const { saved } = draft.sync
  const problems = saved.findings.filter((finding) => finding.severity === 'error')
  const [first] = problems

  const discard = async () => {
    const { revision, number } = await draft.flush()
    await planApi('DELETE /api/v1/plan/draft', { query: { revision } })
    toast({ text: t('edit.discarded', { number }), tone: 'success' })
    go('/plan')
    await queries.invalidateQueries({ queryKey: ['plan'] })
  }

  return (
    <div className={styles.bar} role="region" aria-label={t('bar.label')}>
      <div className={styles.grow}>
        <strong>{t('bar.version', { number: saved.number })}</strong>
        {' · '}
        <span role="status">{t(`bar.states.${draft.state}`)}</span>
        <div className={mergeClasses(plain.row, plain.quiet, plain.small)}>
          {first ? (
            <span id="publish-why">
              <Link as="button" inline onClick={() => goTo(first.place)}>
                {t('bar.why', { count: problems.length })}
              </Link>
            </span>
          ) : (
            draft.state === 'saved' &&
            saved.changedBy && (
              <span>
                {saved.changedBy.name} <Time at={saved.changedAt} quiet />
              </span>
            )
          )}
          <LastTurn draft={draft} goTo={goTo} />
        </div>
      </div>
      {forecast}
      <div className={styles.actions}>
        <UndoButtons draft={draft} />
        <Button icon={<DeleteRegular aria-hidden />} onClick={() => setDialog('discard')}>
          {t('bar.discard')}
        </Button>
        <Button
          appearance="primary"
          icon={<SendRegular aria-hidden />}
          disabledFocusable={problems.length > 0}
          {...(first ? { 'aria-describedby': 'publish-why' } : {})}
          onClick={() => setDialog('publish')}
        >
          {t('bar.publish')}
        </Button>
      </div>
      <PublishDialog
        open={dialog === 'publish'}
        onClose={() => setDialog(null)}
        flush={draft.flush}
        number={saved.number}
      />
      <ConfirmDialog
        open={dialog === 'discard'}
        onClose={() => setDialog(null)}
        title={t('edit.discard', { number: saved.number })}
        text={t('edit.discardText')}
        primary={t('edit.discard', { number: saved.number })}
        onConfirm={discard}
        danger
      />
    </div>
  )
}

/** Which change was taken back or done again, and the way to it. */
function LastTurn({ draft, goTo }: Pick<DraftBarProps, 'draft' | 'goTo'>) {
  const { t } = usePlanWords()
  const where = usePlaceWords()
  const { lastTurn, sync } = draft
  return (
    <span role="status">
      {lastTurn && (
        <Link as="button" inline onClick={() => goTo(lastTurn.place)}>
          {t(`edit.${lastTurn.way}`, { place: where(sync.document, lastTurn.place) })}
        </Link>
      )}
    </span>
  )
}

/** Takes changes back and does them again. */
function UndoButtons({ draft }: Pick<DraftBarProps, 'draft'>) {
  const { t } = usePlanWords()
  const button = (label: string, keys: string) =>
    ({ 'aria-label': label, title: `${label} (${keys})`, appearance: 'subtle' }) as const
  return (
    <span>
      <Button
        {...button(t('edit.undo'), 'Ctrl+Z')}
        icon={<ArrowUndoRegular />}
        disabledFocusable={!draft.canUndo}
        onClick={draft.undo}
      />
      <Button
        {...button(t('edit.redo'), 'Ctrl+Y')}
        icon={<ArrowRedoRegular />}
        disabledFocusable={!draft.canRedo}
        onClick={draft.redo}
      />
    </span>
  )
}
