import { Button } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { CaseView, MailView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { ClockLine, StateBadge } from '../ClockLine.tsx'
import { oneCase, useLiveCases } from '../queries.ts'
import type { CaseMove } from './case-move.ts'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseLog } from './CaseLog.tsx'
import { CaseMails } from './CaseMails.tsx'
import { CasePacket } from './CasePacket.tsx'

type Asked = { readonly move: CaseMove; readonly mail: MailView | null }

const CaseDialogs = onDemand(() => import('./CaseDialogs.tsx').then((module) => module.CaseDialogs))
const dialogs = [CaseDialogs]
const parts = ['mails', 'packet', 'log'] as const

/** One case: whose turn it is, what was written, what leaves. */
export function CasePage() {
  const t = useWords('vendor-cases')
  const { id = '' } = usePathParams()
  const query = useQuery(oneCase(id))
  const asking = useDialog<Asked>()
  const wasOpen = useEver(asking.open)
  useLiveCases()
  useFetchedWhenIdle(dialogs)
  const view = query.data
  const title = view
    ? t('case.title', { supplier: view.case.supplier, number: view.case.ticket.number })
    : t('list.title')
  return (
    <Page
      title={title}
      width="work"
      back={{ to: '/cases', label: t('case.back') }}
      state={view && <State view={view} />}
      action={view && <Actions view={view} onMove={(move) => asking.show({ move, mail: null })} />}
    >
      <Loaded query={query}>
        {(loaded) => <Parts view={loaded} onAnswer={(mail) => asking.show({ move: 'answer', mail })} />}
      </Loaded>
      <Suspense>
        {wasOpen && view && asking.of && (
          <CaseDialogs
            key={asking.turn}
            move={asking.of.move}
            mail={asking.of.mail}
            view={view}
            open={asking.open}
            onClose={asking.hide}
          />
        )}
      </Suspense>
    </Page>
  )
}

function State({ view }: { readonly view: CaseView }) {
  const styles = useCaseStyles()
  return (
    <span className={styles.row}>
      <StateBadge of={view.case} />
      <ClockLine of={view.case} responded={view.response.at !== null} />
    </span>
  )
}

type ActionsProps = { readonly view: CaseView; readonly onMove: (move: CaseMove) => void }

/** Taking the answer is what a case is for; when it is taken, the case is closed. */
function Actions({ view, onMove }: ActionsProps) {
  const t = useWords('vendor-cases')
  const tickets = useWords('tickets')
  const { state } = view.case
  if (state === 'closed') return null
  const tend = view.mayTend.refusal
  const next: CaseMove = state === 'open' ? 'answer' : 'close'
  const words = (code: string) =>
    t.has(`refusals.${code}`)
      ? t.any(`refusals.${code}`)
      : tickets.has(`refusals.${code}`)
        ? tickets.any(`refusals.${code}`)
        : code
  const refusal = tend ?? (next === 'answer' ? view.mayAnswer.refusal : null)
  const others: readonly CaseMove[] = state === 'open' ? ['next', 'details', 'close'] : ['details']
  return (
    <>
      <Button
        appearance="primary"
        disabledFocusable={refusal !== null}
        {...(refusal ? { title: words(refusal.code) } : {})}
        onClick={() => refusal === null && onMove(next)}
      >
        {t(`case.${next}`)}
      </Button>
      <MenuButton
        icon={<MoreHorizontalRegular />}
        aria-label={t('case.facts')}
        entries={others.map((move) => ({
          key: move,
          text: t(`case.${move}`),
          run: () => onMove(move),
          off: tend !== null,
          why: tend ? words(tend.code) : null,
        }))}
      />
    </>
  )
}

type PartsProps = { readonly view: CaseView; readonly onAnswer: (mail: MailView) => void }

function Parts({ view, onAnswer }: PartsProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const [part, setPart] = useState<(typeof parts)[number]>(view.mails.length > 0 ? 'mails' : 'packet')
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Tabs
          label={t('case.tabsLabel')}
          value={part}
          onChange={setPart}
          tabs={parts.map((one) => ({ value: one, text: t(`case.tabs.${one}`) }))}
        />
        <h2 className={styles.unseen}>{t(`case.tabs.${part}`)}</h2>
        {part === 'mails' && <CaseMails view={view} onAnswer={onAnswer} />}
        {part === 'packet' && <CasePacket key={view.version} view={view} />}
        {part === 'log' && <CaseLog view={view} />}
      </div>
      <div className={styles.column}>
        <CaseFacts view={view} />
      </div>
    </div>
  )
}
