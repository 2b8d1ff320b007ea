import { Button, Input, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { Run, WaveView } from '../../contract/waves.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rolloutApi, useRefreshRollout, useTicketsOfWave } from '../queries.ts'

const rows = [
  'enrolled',
  'tickets',
  'per100',
  'solvedAtContact',
  'hoursToCause',
  'satisfaction',
  'inTime',
  'open',
  'unknownCause',
] as const satisfies readonly (keyof Run)[]
const percent: ReadonlySet<string> = new Set(['solvedAtContact', 'inTime'])

/** How a wave runs: beside the wave before it, and what was expected. */
export function RunPart({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const { now, before, expected, causes } = view.run
  useTicketsOfWave(view.wave.key)
  const number = new Intl.NumberFormat(t.language === 'en' ? 'en-GB' : 'nl', { maximumFractionDigits: 1 })
  const say = (figure: string, value: number | null | undefined) => {
    if (value === null || value === undefined) return '–'
    return percent.has(figure) ? `${number.format(value)}%` : number.format(value)
  }
  const wanted: Partial<Record<(typeof rows)[number], number | null>> = {
    enrolled: view.wave.state === 'to-come' ? null : expected.enrolled,
    per100: expected.per100,
    solvedAtContact: expected.solvedAtContact,
  }
  return (
    <div className={styles.wide}>
      <Section title={t('run.title')} action={<CountButton view={view} />}>
        <p className={mergeClasses(styles.plain, styles.quiet)}>
          <Source view={view} />
        </p>
        <Table
          label={t('run.title')}
          heads={[
            t('run.figure'),
            t('run.thisWave'),
            view.previous ? text(view.previous.name) : t('run.noWaveBefore'),
            t('run.expected'),
          ]}
        >
          {rows.map((figure) => (
            <tr key={figure}>
              <th scope="row">{t(`run.figures.${figure}`)}</th>
              <td>{say(figure, now[figure])}</td>
              <td>{say(figure, before?.[figure])}</td>
              <td>{say(figure, wanted[figure])}</td>
            </tr>
          ))}
        </Table>
        <div>
          <PageLink to="/desk" search={{ view: 'all', wave: view.wave.key }}>
            {t('run.toTickets')}
          </PageLink>
        </div>
      </Section>
      <Section title={t('run.causes')}>
        {causes.length === 0 ? (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('run.noCauses')}</p>
        ) : (
          <Table
            label={t('run.causes')}
            heads={[t('run.cause'), t('run.tickets'), t('run.openOnes'), t('run.solvedHere')]}
          >
            {causes.map(({ cause, tickets, open, solvedAtContact }) => (
              <tr key={cause}>
                <th scope="row" dir="auto">
                  {cause}
                </th>
                <td>{tickets}</td>
                <td>{open}</td>
                <td>{solvedAtContact}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      {view.moves.length > 0 && <Moves view={view} />}
    </div>
  )
}

/** Where the number of enrollments is from: until Intune tells it, somebody has to. */
function Source({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const { day } = usePlanWords()
  const { enrolled } = view.wave
  const [last] = view.counts
  if (!enrolled) return t('run.nobodyCounted')
  if (enrolled.source === 'people') return t('run.fromPeople', { count: enrolled.count })
  return t('run.counted', {
    count: enrolled.count,
    name: last?.by.name ?? '',
    day: day(enrolled.day ?? view.today),
  })
}

function CountButton({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const dialog = useDialog()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout', 'plan')
  const mayChange = hasAnyRole(useSignedIn(), rolloutManagers)
  const [day, setDay] = useState(view.today)
  const [enrolled, setEnrolled] = useState('')
  const count = Number(enrolled)
  if (!mayChange || view.wave.state === 'to-come') return null
  return (
    <>
      <Button
        onClick={() => {
          setEnrolled(String(view.wave.enrolled?.count ?? ''))
          dialog.show(true)
        }}
      >
        {t('run.count')}
      </Button>
      <MoveDialog
        key={dialog.turn}
        open={dialog.open}
        onClose={dialog.hide}
        title={t('run.count')}
        intro={t('run.countIntro')}
        primary={t('run.countSave')}
        canSubmit={enrolled.trim() !== '' && Number.isInteger(count) && count >= 0 && day <= view.today}
        why={t('run.countMissing')}
        refusalWords={refusalWords}
        onSubmit={async () => {
          const params = { key: view.wave.key }
          await rolloutApi('POST /api/v1/rollout/waves/:key/enrollments', {
            params,
            body: { day, enrolled: count },
          })
          await refresh()
        }}
      >
        <FormField label={t('run.countDay')} required>
          <Input type="date" value={day} max={view.today} onChange={(_, { value }) => setDay(value)} />
        </FormField>
        <FormField label={t('run.countEnrolled')} required>
          <Input type="number" min={0} value={enrolled} onChange={(_, { value }) => setEnrolled(value)} />
        </FormField>
      </MoveDialog>
    </>
  )
}

function Moves({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const { day } = usePlanWords()
  const styles = useInvolvementStyles()
  return (
    <Section title={t('run.moves')}>
      <ul className={styles.list}>
        {view.moves.map(({ id, by, note, from, to, planNumber }) => (
          <li key={id}>
            {t('run.moved', {
              name: by.name,
              from: day(from.starts),
              to: day(to.starts),
              ends: day(to.ends),
              number: planNumber,
            })}{' '}
            <span dir="auto" className={styles.quiet}>
              {note}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
