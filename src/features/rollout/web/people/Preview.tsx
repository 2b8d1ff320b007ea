import { mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Section } from '#ui/page/Page.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PeopleFilePreview } from '../../contract/people.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rollout } from '../queries.ts'
import { Sign } from '../waves/WaveChip.tsx'

type Of = { readonly preview: PeopleFilePreview }

/** What is in a file: what is wrong with it, or what importing it would do; what one can do about it stands before the rows. */
export function Preview({ preview, children }: Of & { readonly children: ReactNode }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { file } = preview
  const ignored = file.columns.filter(({ column }) => column === null).map(({ heading }) => heading)
  return (
    <div className={styles.wide}>
      {preview.errorCount > 0 ? <Errors preview={preview} /> : <Counts preview={preview} />}
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {file.encoding !== null &&
          file.delimiter !== null &&
          t('import.readAs', {
            encoding: file.encoding.toUpperCase(),
            mark: t(`import.marks.${nameOf[file.delimiter]}`),
          })}{' '}
        {ignored.length > 0 && t('import.ignored', { columns: ignored.join(', ') })}
      </p>
      {children}
      {preview.first.length > 0 && <First preview={preview} />}
    </div>
  )
}

const nameOf = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

function Errors({ preview }: Of) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { errors, errorCount } = preview
  return (
    <Section title={t('import.errors', { count: errorCount })}>
      <p className={styles.plain}>{t('import.errorsText')}</p>
      <ul className={styles.list} dir="auto">
        {errors.map((one, index) => (
          <li key={index}>
            <Sign tone="bad">{one.message}</Sign>
          </li>
        ))}
      </ul>
      {errorCount > errors.length && (
        <p className={styles.plain}>{t('import.moreErrors', { count: errorCount - errors.length })}</p>
      )}
    </Section>
  )
}

function Counts({ preview }: Of) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const { counts, waves, inSeveralWaves } = preview
  const names = new Map(
    (useQuery(rollout).data?.phases ?? []).flatMap((phase) => phase.waves.map((one) => [one.key, text(one.name)])),
  )
  return (
    <Section title={t('import.would')}>
      <div className={styles.row}>
        <Sign tone="good">{t('import.added', { count: counts.added })}</Sign>
        {counts.changed > 0 && <Sign tone="good">{t('import.changed', { count: counts.changed })}</Sign>}
        {counts.unchanged > 0 && <Sign tone="open">{t('import.unchanged', { count: counts.unchanged })}</Sign>}
        {counts.left > 0 && <Sign tone="doubt">{t('import.left', { count: counts.left })}</Sign>}
      </div>
      <p className={mergeClasses(styles.plain, styles.quiet)}>{t('import.onlyGroups')}</p>
      {inSeveralWaves > 0 && <Sign tone="doubt">{t('import.inSeveral', { count: inSeveralWaves })}</Sign>}
      <Table
        label={t('import.perWave')}
        heads={[
          t('waves.wave'),
          t('import.heads.added'),
          t('import.heads.changed'),
          t('import.heads.unchanged'),
          t('import.heads.already'),
        ]}
      >
        {waves.map((one) => (
          <tr key={one.wave}>
            <th scope="row">{names.get(one.wave) ?? one.wave}</th>
            <td>{one.added}</td>
            <td>{one.changed}</td>
            <td>{one.unchanged + one.left}</td>
            <td>{one.already}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function First({ preview }: Of) {
  const t = useWords('rollout')
  return (
    <Section title={t('import.first')}>
      <Table
        label={t('import.first')}
        dense
        heads={[
          t('import.heads.row'),
          t('file.columns.name'),
          t('file.columns.email'),
          t('file.columns.group'),
          t('import.heads.what'),
        ]}
      >
        {preview.first.map((one) => (
          <tr key={one.row}>
            <th scope="row">{one.row}</th>
            <td dir="auto">{one.name}</td>
            <td>{one.email}</td>
            <td>{one.groups.join(', ')}</td>
            <td>{t(`import.what.${one.what}`)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
