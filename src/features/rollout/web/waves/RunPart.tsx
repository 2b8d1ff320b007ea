import { mergeClasses } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Run, WaveView } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { useTicketsOfWave } from '../queries.ts'
import { EnrollmentActions } from './EnrollmentActions.tsx'
import { EnrollmentsKnown } from './EnrollmentsKnown.tsx'

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
      <Section title={t('run.title')} action={<EnrollmentActions view={view} />}>
        <EnrollmentsKnown view={view} />
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
