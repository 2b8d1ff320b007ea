import { Button } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useGo } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import type { IssueMove } from '../../domain/keeping.ts'
import type { IssueAct } from './issue-acts.ts'

export type IssueActionsProps = { readonly issue: IssueDetail; readonly onAct: (act: IssueAct) => void }

/** What stands out: what brings the issue on; else writing on it. */
const nextMoves: readonly IssueMove[] = ['confirm', 'propose', 'publish', 'restore']

export function IssueActions({ issue, onAct }: IssueActionsProps) {
  const t = useWords('knowledge')
  const go = useGo()
  const next = nextMoves.find((move) => issue.moves.includes(move)) ?? null
  const others = issue.moves.filter((move) => move !== next)
  const edit = `/knowledge/${issue.id}/edit`
  return (
    <>
      {next !== null && (
        <Button appearance="primary" onClick={() => onAct({ act: 'move', move: next })}>
          {t(`moves.${next}`)}
        </Button>
      )}
      {issue.mayWrite && (
        <ButtonLink to={edit} appearance={next === null ? 'primary' : 'secondary'}>
          {t('moves.edit')}
        </ButtonLink>
      )}
      <MenuButton
        icon={<MoreHorizontalRegular />}
        aria-label={t('moves.more')}
        entries={[
          ...others.map((move) => ({
            key: move,
            text: t(`moves.${move}`),
            run: () => onAct({ act: 'move', move }),
          })),
          ...(issue.mayWrite ? [{ key: 'flag', text: t('flags.say'), run: () => onAct({ act: 'flag' }) }] : []),
          ...(issue.mayWrite && issue.supplied && issue.version > 0
            ? [{ key: 'follow', text: t('moves.follow'), run: () => onAct({ act: 'follow' }) }]
            : []),
          { key: 'history', text: t('moves.history'), run: () => go(`/knowledge/${issue.id}/history`) },
        ]}
      />
    </>
  )
}
