import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import type { IssueMove } from '../../domain/keeping.ts'
import { knowledgeApi, useShown } from '../queries.ts'
import { ResourceDialog } from '../resources/ResourceDialog.tsx'
import { ProposedChange } from '../review/ProposedChange.tsx'
import type { IssueAct } from './issue-acts.ts'

export type ActDialogProps = {
  readonly act: IssueAct
  readonly issue: IssueDetail
  readonly open: boolean
  readonly onClose: () => void
}

/** Moves that others have to understand. */
const withReason = new Set<IssueMove>(['decline', 'archive'])
const intros = {
  confirm: 'confirmIntro',
  publish: 'publishIntro',
  decline: 'declineIntro',
  archive: 'archiveIntro',
} as const

/** Asks what a move needs, and makes it. */
export function ActDialog({ act, issue, open, onClose }: ActDialogProps) {
  const t = useWords('knowledge')
  const shown = useShown()
  const refusalWords = useRefusals('knowledge')
  const params = { id: issue.id }
  const dialog = { open, onClose, refusalWords }
  if (act.act === 'resource') return <ResourceDialog open={open} onClose={onClose} issueId={issue.id} />
  if (act.act === 'flag' || act.act === 'answer') {
    const isFlag = act.act === 'flag'
    return (
      <ReasonDialog
        {...dialog}
        title={t(isFlag ? 'flags.say' : 'flags.answerTitle')}
        primary={t(isFlag ? 'flags.say' : 'flags.answer')}
        {...(isFlag ? { intro: t('flags.intro') } : {})}
        label={t(isFlag ? 'flags.label' : 'flags.answerLabel')}
        draft={`knowledge.${issue.id}.${isFlag ? 'flag' : act.flagId}`}
        most={1000}
        onGiven={async (words) =>
          shown(
            await (isFlag
              ? knowledgeApi('POST /api/v1/knowledge/issues/:id/flags', { params, body: { comment: words } })
              : knowledgeApi('POST /api/v1/knowledge/issues/:id/flags/:flagId/settle', {
                  params: { ...params, flagId: act.flagId },
                  body: { answer: words },
                })),
          )
        }
      />
    )
  }
  if (act.act === 'follow') {
    return (
      <ReasonDialog
        {...dialog}
        title={t('moves.follow')}
        primary={t('moves.follow')}
        intro={t('moves.followIntro')}
        label={t('moves.reason')}
        draft={`knowledge.${issue.id}.follow`}
        most={500}
        onGiven={async (reason) =>
          shown(
            await knowledgeApi('POST /api/v1/knowledge/issues/:id/versions', {
              params,
              body: { seen: issue.lastVersion, text: null, reason },
            }),
          )
        }
      />
    )
  }
  const { move } = act
  const make = async (reason?: string) =>
    shown(
      await knowledgeApi('POST /api/v1/knowledge/issues/:id/moves', {
        params,
        body: { move, seen: issue.lastVersion, ...(reason === undefined ? {} : { reason }) },
      }),
    )
  const intro = move in intros ? t(`moves.${intros[move as keyof typeof intros]}`) : ''
  if (move === 'confirm' && issue.proposed !== null) {
    return (
      <MoveDialog
        {...dialog}
        size="large"
        title={t('moves.confirm')}
        primary={t('moves.confirm')}
        intro={intro}
        onSubmit={() => make()}
      >
        <ProposedChange issue={issue} />
      </MoveDialog>
    )
  }
  return withReason.has(move) ? (
    <ReasonDialog
      {...dialog}
      title={t(`moves.${move}`)}
      primary={t(`moves.${move}`)}
      intro={intro}
      label={t('moves.reason')}
      draft={`knowledge.${issue.id}.${move}`}
      most={500}
      {...(move === 'decline' && issue.proposed !== null ? { children: <ProposedChange issue={issue} /> } : {})}
      onGiven={make}
    />
  ) : (
    <ConfirmDialog
      {...dialog}
      title={t(`moves.${move}`)}
      primary={t(`moves.${move}`)}
      text={intro === '' ? issue.symptom[t.language] : intro}
      onConfirm={() => make()}
    />
  )
}
