import { Badge, Button, Input } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useAddress, useGo } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { LineageView } from '../../contract/lineage.ts'
import { CertificateState } from '../home/CertificateList.tsx'
import { LastDay } from '../home/LastDay.tsx'
import { lineage } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useTrainingLive } from '../training-words.ts'
import { LineDrawing } from './LineDrawing.tsx'

const readAddress = ({ course }: Readonly<Record<string, unknown>>) => ({
  course: typeof course === 'string' ? course : undefined,
})

/** Who was trained by whom, drawn and as a table, with the gaps. */
export function LineagePage() {
  const t = useWords('training')
  const query = useQuery(lineage)
  const [{ course }, change] = useAddress(readAddress)
  useTrainingLive()
  return (
    <Page
      title={t('lineage.title')}
      width="work"
      state={query.data && <StateLine shown={query.data} />}
      back={{ to: '/training', label: t('home.title') }}
    >
      <Loaded query={query}>
        {(shown) => {
          const chosen = shown.courses.find(({ key }) => key === course) ?? shown.courses[0]
          if (!chosen) return <p>{t('lineage.noCourses')}</p>
          return (
            <>
              <Tabs
                label={t('lineage.courses')}
                tabs={shown.courses.map(({ key, name }) => ({ value: key, text: name[t.language] }))}
                value={chosen.key}
                onChange={(key) => change({ course: key })}
              />
              <Section title={t('lineage.drawing')} card>
                <LineDrawing shown={shown} courseKey={chosen.key} />
              </Section>
              <Gaps shown={shown} courseKey={chosen.key} />
              <Links shown={shown} courseKey={chosen.key} />
              <VerifyForm />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function StateLine({ shown }: { readonly shown: LineageView }) {
  const t = useWords('training')
  const people = new Set(shown.gaps.map(({ person }) => person.id)).size
  return people === 0 ? t('lineage.noGaps') : t('lineage.gapsOf', { count: people })
}

type OfCourse = { readonly shown: LineageView; readonly courseKey: string }

function Gaps({ shown, courseKey }: OfCourse) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const gaps = shown.gaps.filter((gap) => gap.courseKey === courseKey)
  if (gaps.length === 0) return null
  return (
    <Section title={t('lineage.gaps')} card>
      <Table label={t('lineage.gaps')} heads={[t('team.person'), t('lineage.gap')]}>
        {gaps.map(({ kind, person }) => (
          <tr key={`${person.id} ${kind}`}>
            <th scope="row">{person.name}</th>
            <td>
              <Badge className={styles.badge} appearance="tint" color={kind === 'ending' ? 'warning' : 'danger'}>
                {t(`lineage.kinds.${kind}`)}
              </Badge>
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function Links({ shown, courseKey }: OfCourse) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const links = shown.links.filter((link) => link.courseKey === courseKey)
  const name = (id: string) => shown.people.find((person) => person.id === id)?.name ?? '–'
  return (
    <Section title={t('lineage.table')} card>
      {links.length === 0 ? (
        <p className={styles.plain}>{t('lineage.nobody')}</p>
      ) : (
        <Table
          label={t('lineage.table')}
          heads={[
            t('team.person'),
            t('lineage.by'),
            t('certificates.issued'),
            t('certificate.validUntil'),
            t('team.state'),
          ]}
        >
          {links.map((link) => (
            <tr key={link.number}>
              <th scope="row">
                <PageLink to={`/training/certificates/${link.number}`}>{name(link.personId)}</PageLink>
              </th>
              <td>
                {name(link.trainerId)} ({t(`lineage.as.${link.trainerAs}`)})
              </td>
              <td>
                <Time at={link.issuedAt} quiet />
              </td>
              <td>
                <LastDay until={link.validUntil} />
              </td>
              <td>
                <CertificateState state={link.state} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}

/** Somebody shows a certificate: whether it is real stands on a page of its own. */
function VerifyForm() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const go = useGo()
  const [number, setNumber] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    go(`/training/certificates/${encodeURIComponent(number.trim())}`)
  }
  return (
    <Section title={t('lineage.verify')} card>
      <form className={styles.row} onSubmit={submit}>
        <FormField label={t('lineage.number')} required>
          <Input value={number} maxLength={20} onChange={(_, { value }) => setNumber(value)} />
        </FormField>
        <Button className={styles.low} type="submit" disabled={number.trim().length < 12}>
          {t('lineage.look')}
        </Button>
      </form>
    </Section>
  )
}
