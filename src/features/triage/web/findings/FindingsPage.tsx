import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { FindingList, FindingView } from '#features/devices/contract/findings.ts'
import { Alert } from '#ui/notice/Alert.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { textStyles } from '#ui/theme/text-styles.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { FindingRow } from './FindingRow.tsx'
import { deviceApi, findingsNow, useLiveFindings } from './finding-queries.ts'

const useStyles = makeStyles({
  ...textStyles,
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    minWidth: 0,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
  },
})

/** By what they hit. */
const order = ['enrollment-failure', 'service-incident', 'expiring-certificate', 'silent-device'] as const

/** What Tierwise found in Intune by itself: hints that wait for an answer, and what became a ticket. */
export function FindingsPage() {
  const t = useWords('triage')
  const styles = useStyles()
  const found = useQuery(findingsNow)
  useLiveFindings()
  const hints = found.data?.findings.filter(({ state }) => state === 'told').length ?? 0
  return (
    <Page
      title={t('findings.title')}
      width="work"
      back={{ to: '/today', label: t('findings.back') }}
      {...(found.data ? { state: t('findings.state', { count: hints }) } : {})}
      action={<LookNow />}
    >
      <Loaded query={found}>
        {(list) => (
          <div className={styles.column}>
            {list.findings.length === 0 ? (
              <EmptyState
                title={t('findings.none')}
                text={t(list.looks.length === 0 ? 'findings.notLooking' : 'findings.noneText')}
              />
            ) : (
              <Found findings={list.findings} />
            )}
            <Looks looks={list.looks} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** What waits for an answer stands above what a ticket takes care of, of which the last comes first. */
function Found({ findings }: { readonly findings: readonly FindingView[] }) {
  const t = useWords('triage')
  const hints = findings.filter(({ state }) => state === 'told')
  const inTickets = findings
    .filter(({ state }) => state === 'ticket')
    .toSorted((one, other) => other.lastAt.localeCompare(one.lastAt))
  return (
    <>
      {order.map((kind) => (
        <Group
          key={kind}
          title={t(`findings.kinds.${kind}`)}
          findings={hints.filter((one) => one.kind === kind)}
        />
      ))}
      <Group title={t('findings.inTickets')} findings={inTickets} />
    </>
  )
}

function Group({ title, findings }: { readonly title: string; readonly findings: readonly FindingView[] }) {
  const styles = useStyles()
  const may = hasAnyRole(useSignedIn(), ['agent', 'lead'])
  if (findings.length === 0) return null
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} may={may} />
        ))}
      </ul>
    </Section>
  )
}

function LookNow() {
  const t = useWords('triage')
  const toast = useToast()
  const { attempt, working } = useAttempt(useRefusals('triage', 'tickets'))
  const may = hasAnyRole(useSignedIn(), ['agent', 'lead', 'administrator'])
  if (!may) return null
  const look = async () => {
    await deviceApi('POST /api/v1/devices/findings/look', {})
    toast({ text: t('findings.lookingNow'), tone: 'info' })
  }
  return (
    <Button disabled={working} onClick={() => void attempt(look)}>
      {t('findings.lookNow')}
    </Button>
  )
}

/** How looking for things goes: when, and why something could not be seen. */
function Looks({ looks }: { readonly looks: FindingList['looks'] }) {
  const t = useWords('triage')
  const styles = useStyles()
  const failed = looks.filter((one) => one.failed !== null)
  if (looks.length === 0) return null
  const last = looks.map(({ lookedAt }) => lookedAt).toSorted()[looks.length - 1] ?? ''
  return (
    <div className={styles.list}>
      {failed.map(({ kind, failed: why }) => {
        const [code = '', permission = ''] = (why ?? '').split(':')
        const reason = t.has(`findings.failed.${code}`)
          ? t.any(`findings.failed.${code}`, { permission })
          : t('findings.failed.other', { code })
        return <Alert key={kind}>{t('findings.notSeen', { what: t(`findings.kinds.${kind}`), reason })}</Alert>
      })}
      {looks.some(({ way }) => way === 'people') && (
        <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('findings.oneByOne')}</p>
      )}
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('findings.looked')} <Time at={last} form="both" />
      </p>
    </div>
  )
}
