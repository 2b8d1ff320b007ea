import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FindingView } from '#features/devices/contract/findings.ts'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo } from '#ui/pages/address.ts'
import { textStyles } from '#ui/theme/text-styles.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { ticketApi } from '#features/tickets/web/queries.ts'
import { deviceApi, findingsNow } from './finding-queries.ts'
import { useFindingWords } from './finding-words.ts'

const useStyles = makeStyles({
  ...textStyles,
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

type Props = { readonly finding: FindingView; readonly may: boolean }

/** One thing that was found: what, whom it concerns, how often, and what is to be done about it. */
export function FindingRow({ finding, may }: Props) {
  const t = useWords('triage')
  const styles = useStyles()
  const say = useFindingWords()
  const { title, facts } = say(finding)
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>{title}</h3>
      {facts.length > 0 && <p className={mergeClasses(styles.plain, styles.small)}>{facts.join(' · ')}</p>}
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {finding.times > 1 && `${t('findings.times', { count: finding.times })} · `}
        <Time at={finding.lastAt} form="both" />
      </p>
      <Deeds finding={finding} may={may} title={title} />
    </li>
  )
}

function Deeds({ finding, may, title }: Props & { readonly title: string }) {
  const t = useWords('triage')
  const styles = useStyles()
  const go = useGo()
  const toast = useToast()
  const queries = useQueryClient()
  const refusalWords = useRefusals('triage', 'tickets')
  const { attempt, working } = useAttempt(refusalWords)
  const [isOpen, setOpen] = useState(false)
  const renew = () => queries.invalidateQueries({ queryKey: findingsNow.queryKey })
  const show = async (ticketId: string) => {
    const ticket = await ticketApi('GET /api/v1/tickets/:id', { params: { id: ticketId } })
    go(`/tickets/${ticket.number}`)
  }
  const { ticketId } = finding
  const label = t(finding.opened ? 'findings.show' : 'findings.showBeside')
  if (ticketId !== null)
    return (
      <div className={styles.row}>
        <Button
          size="small"
          disabled={working}
          aria-label={`${label}: ${title}`}
          onClick={() => void attempt(() => show(ticketId))}
        >
          {label}
        </Button>
      </div>
    )
  if (!may) return null
  return (
    <div className={styles.row}>
      <Button
        size="small"
        disabled={working}
        aria-label={t('findings.openFor', { title })}
        onClick={() =>
          void attempt(async () => {
            const { number, opened } = await ticketApi('POST /api/v1/tickets/findings/:id', {
              params: { id: finding.id },
            })
            toast({ text: t(opened ? 'findings.opened' : 'findings.beside', { number }), tone: 'success' })
          }, renew)
        }
      >
        {t('findings.open')}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('findings.dismissOf', { title })}
        onClick={() => setOpen(true)}
      >
        {t('findings.dismiss')}
      </Button>
      <ReasonDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('findings.dismiss')}
        intro={t('findings.dismissIntro')}
        primary={t('findings.dismiss')}
        label={t('findings.reason')}
        draft={`finding.${finding.id}`}
        least={3}
        most={2000}
        why={t('findings.reasonMissing')}
        refusalWords={refusalWords}
        onGiven={async (reason) => {
          await deviceApi('POST /api/v1/devices/findings/:id/dismiss', {
            params: { id: finding.id },
            body: { reason },
          })
          await renew()
        }}
      />
    </div>
  )
}
