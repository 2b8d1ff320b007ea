import { Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import type { PlanVersionSummary } from '../../contract.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { planChanges } from '../../domain/versions/diff/plan-changes.ts'
import { draft, version, versions } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { ChangeList } from './ChangeList.tsx'

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, '& > *': { minWidth: '14rem' } },
})

const numberIn = (value: unknown) =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined
const readCompared = (search: Search) => ({
  before: numberIn(search['before']),
  after: numberIn(search['after']),
})

/** The differences between any two versions, in words; a draft counts as one. */
export function ComparePage() {
  const { t } = usePlanWords()
  const list = useQuery(versions)
  return (
    <Loaded query={list}>
      {({ versions: all }) =>
        all.length < 2 ? (
          <Page title={t('compare.title')} back={{ to: '/plan/versions', label: t('page.versions') }}>
            <EmptyState title={t('compare.one')} text={t('compare.oneText')} />
          </Page>
        ) : (
          <Compared all={all} />
        )
      }
    </Loaded>
  )
}

function Compared({ all }: { readonly all: readonly PlanVersionSummary[] }) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const [address, change] = useAddress(readCompared)
  const after = all.find((one) => one.number === address.after) ?? all[0]
  const before =
    all.find((one) => one.number === address.before) ??
    all.find((one) => one.number < (after?.number ?? 0)) ??
    all.at(-1)
  const old = useDocument(before)
  const now = useDocument(after)
  const changes = useMemo(() => (old && now ? planChanges(old, now) : null), [old, now])
  const options = all.map(({ number, state }) => (
    <option key={number} value={number}>
      {`${t('versions.title', { number })} (${t(`versions.states.${state}`)})`}
    </option>
  ))
  return (
    <Page
      title={t('compare.title')}
      width="work"
      back={{ to: '/plan/versions', label: t('page.versions') }}
      state={changes && t('compare.state', { count: changes.length })}
    >
      <div className={styles.choice}>
        <Field label={t('compare.before')}>
          <Select
            value={String(before?.number)}
            onChange={(_, { value }) => change({ before: Number(value), after: after?.number })}
          >
            {options}
          </Select>
        </Field>
        <Field label={t('compare.after')}>
          <Select
            value={String(after?.number)}
            onChange={(_, { value }) => change({ before: before?.number, after: Number(value) })}
          >
            {options}
          </Select>
        </Field>
      </div>
      {changes && after && (
        <ChangeList
          changes={changes}
          heading="h2"
          to={after.publishedAt === null ? '/plan/draft' : `/plan/versions/${after.number}`}
        />
      )}
    </Page>
  )
}

/** The document of a version; of the draft, as it was saved last. */
function useDocument(of: PlanVersionSummary | undefined): SupportPlan | undefined {
  const open = of?.publishedAt === null
  const published = useQuery({ ...version(of?.number ?? 0), enabled: of !== undefined && !open })
  const unfinished = useQuery({ ...draft, enabled: open })
  return open ? unfinished.data?.document : published.data?.document
}
