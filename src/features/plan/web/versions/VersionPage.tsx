import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { DocumentsLink } from '../documents/DocumentsLink.tsx'
import { PlanView } from '../PlanView.tsx'
import { version as versionQuery } from '../queries.ts'
import { VersionLine } from './VersionLine.tsx'
import { usePlanWords } from '../words/plan-words.ts'

/** A version that is or was in force, as it was. */
export function VersionPage() {
  const { t } = usePlanWords()
  const number = Number(usePathParams()['number'])
  const version = useQuery(versionQuery(number))
  return (
    <Page
      title={t('versions.title', { number })}
      width="work"
      back={{ to: '/plan/versions', label: t('page.versions') }}
      state={version.data && <VersionLine version={version.data} />}
      action={<DocumentsLink number={number} />}
    >
      <Loaded query={version}>{(loaded) => <PlanView plan={loaded.document} />}</Loaded>
    </Page>
  )
}
