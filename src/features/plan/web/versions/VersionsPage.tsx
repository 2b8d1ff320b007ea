import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useGo } from '#ui/pages/address.ts'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { PlanVersionSummary } from '../../contract.ts'
import { planEditors } from '../../domain/versions/version.ts'
import { useBeginDraft, versions } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { VersionLife } from './VersionLife.tsx'

const colours = {
  draft: 'warning',
  'in-review': 'informative',
  published: 'success',
  superseded: 'subtle',
} as const

const useStyles = makeStyles({
  badge: { whiteSpace: 'nowrap' },
  action: { whiteSpace: 'nowrap' },
  /** On a phone each version is a block: its parts one below the other. */
  table: {
    '@media (max-width: 640px)': {
      '& thead': { display: 'none' },
      '&, & tbody, & tr, & tbody th, & tbody td': { display: 'block' },
      '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalS },
      '& tbody th, & tbody td': { borderBottom: 'none', paddingBlock: tokens.spacingVerticalXS },
      '& td:empty': { display: 'none' },
    },
  },
})

/** Every version there is or was, newest first, with who approved it and why. */
export function VersionsPage() {
  const { t } = usePlanWords()
  const own = useStyles()
  const queries = useQueryClient()
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['plan'] }))
  const list = useQuery(versions)
  const editor = hasAnyRole(useSignedIn(), planEditors)
  return (
    <Page
      title={t('page.versions')}
      width="work"
      back={{ to: '/plan', label: t('page.title') }}
      state={t('versions.state')}
      action={
        <>
          <ButtonLink to="/plan/versions/tickets">{t('versions.tickets')}</ButtonLink>
          <ButtonLink to="/plan/versions/compare">{t('versions.compare')}</ButtonLink>
        </>
      }
    >
      <Loaded query={list}>
        {({ versions: all }) => (
          <Table
            label={t('page.versions')}
            heads={[
              t('versions.number'),
              t('versions.stateHead'),
              t('versions.reason'),
              t('versions.life'),
              { unseen: t('versions.actions') },
            ]}
            className={own.table}
          >
            {all.map((version) => (
              <Row
                key={version.id}
                version={version}
                hasBefore={all.some((one) => one.number < version.number)}
                mayBegin={editor && !all.some((one) => one.state === 'draft' || one.state === 'in-review')}
              />
            ))}
          </Table>
        )}
      </Loaded>
    </Page>
  )
}

type RowProps = {
  readonly version: PlanVersionSummary
  readonly hasBefore: boolean
  readonly mayBegin: boolean
}

function Row({ version, hasBefore, mayBegin }: RowProps) {
  const { t } = usePlanWords()
  const own = useStyles()
  const go = useGo()
  const begin = useBeginDraft()
  const toast = useToast()
  const say = useProblemText()
  const open = version.state === 'draft' || version.state === 'in-review'
  const beginFrom = async () => {
    try {
      await begin.mutateAsync(version.number)
      go('/plan/draft')
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  return (
    <tr>
      <th scope="row">
        <PageLink
          to={open ? '/plan/draft' : version.state === 'published' ? '/plan' : `/plan/versions/${version.number}`}
        >
          {t('versions.title', { number: version.number })}
        </PageLink>
      </th>
      <td>
        <Badge className={own.badge} appearance="tint" color={colours[version.state]}>
          {t(`versions.states.${version.state}`)}
        </Badge>
      </td>
      <td>{version.reason}</td>
      <td>
        <VersionLife version={version} />
      </td>
      <td>
        {hasBefore && (
          <PageLink
            to="/plan/versions/compare"
            search={{ after: version.number }}
            aria-label={t('versions.whatChangedIn', { number: version.number })}
          >
            {t('versions.whatChanged')}
          </PageLink>
        )}
        {mayBegin && version.state === 'superseded' && (
          <Button
            className={own.action}
            size="small"
            disabledFocusable={begin.isPending}
            onClick={() => void beginFrom()}
          >
            {t('versions.beginFrom')}
          </Button>
        )}
      </td>
    </tr>
  )
}
