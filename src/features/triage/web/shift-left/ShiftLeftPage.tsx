import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useDuration, Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ShiftLeft } from '../../contract/shift-left.ts'
import { usePlanWords } from '../causes/burst-words.ts'
import { shiftLeftIn } from '../causes/cause-queries.ts'
import { useCauseStyles } from '../causes/cause-styles.ts'
import { ShareBars } from './ShareBars.tsx'

const useStyles = makeStyles({
  filter: { maxWidth: '320px' },
  figures: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  overall: { display: 'grid', rowGap: tokens.spacingVerticalS, maxWidth: '720px' },
  cell: { display: 'grid', rowGap: tokens.spacingVerticalXXS, minWidth: '9rem' },
})

type Side = ShiftLeft['overall']['before']

const readWave = (search: Record<string, unknown>) => ({
  wave: typeof search['wave'] === 'string' ? search['wave'] : '',
})

/** What knowing a cause is worth: who solves it, and how fast, before and after the contact tier knew it. */
export function ShiftLeftPage() {
  const t = useWords('triage')
  const own = useStyles()
  const names = usePlanWords()
  const [{ wave }, change] = useAddress(readWave)
  const refusalWords = useRefusals('triage')
  const figures = useQuery(shiftLeftIn(wave === '' ? null : wave))
  return (
    <Page
      title={t('shiftLeft.title')}
      width="work"
      back={{ to: '/causes', label: t('causes.page') }}
      state={t('shiftLeft.state')}
    >
      <div className={own.filter}>
        <Field label={t('shiftLeft.wave')}>
          <Select value={wave} onChange={(_, { value }) => change({ wave: value }, 'replace')}>
            <option value="">{t('shiftLeft.everyWave')}</option>
            {names.waves.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name[t.language]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Loaded query={figures} refusalWords={refusalWords}>
        {(found) =>
          found.causes.length === 0 ? (
            <EmptyState title={t('shiftLeft.none')} text={t('shiftLeft.noneText')} />
          ) : (
            <Shown figures={found} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Shown({ figures }: { readonly figures: ShiftLeft }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  const { overall, causes } = figures
  const tier = figures.contactTier
  return (
    <div className={styles.column}>
      <Section title={t('shiftLeft.overall')} card>
        <div className={own.overall}>
          <p className={styles.plain}>{t(`shiftLeft.compared.${overall.compared}`, { tier })}</p>
          <ShareBars before={overall.before} after={overall.after} />
          <p className={styles.plain}>
            {t('shiftLeft.before')}: <Solved side={overall.before} />
            <br />
            {t('shiftLeft.after')}: <Solved side={overall.after} />
          </p>
          <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>{t('shiftLeft.range')}</p>
        </div>
      </Section>
      <Section title={t('shiftLeft.causes')}>
        <Table
          label={t('shiftLeft.causes')}
          heads={[
            t('shiftLeft.heads.cause'),
            t('shiftLeft.heads.turn'),
            t('shiftLeft.heads.solved', { tier }),
            t('shiftLeft.heads.drawing'),
            t('shiftLeft.heads.toCause'),
            t('shiftLeft.heads.toSolution'),
          ]}
        >
          {causes.map((one) => (
            <Row key={`${one.kind} ${one.id}`} shift={one} tier={tier} />
          ))}
        </Table>
      </Section>
    </div>
  )
}

function Row({ shift, tier }: { readonly shift: ShiftLeft['causes'][number]; readonly tier: number }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const own = useStyles()
  const { before, after, turn } = shift
  return (
    <tr>
      <th scope="row">
        <span className={own.cell}>
          {shift.kind === 'cause' ? (
            <PageLink to={`/causes/${shift.id}`}>{shift.name[t.language]}</PageLink>
          ) : (
            <PageLink to={`/knowledge/${shift.id}`}>{shift.name[t.language]}</PageLink>
          )}
          <span className={mergeClasses(styles.quiet, styles.small)}>
            {t('shiftLeft.tickets', { count: shift.tickets })}
          </span>
        </span>
      </th>
      <td>
        {turn ? (
          <span className={own.cell}>
            <Time at={turn.at} form="absolute" />
            <span className={mergeClasses(styles.quiet, styles.small)}>{t(`shiftLeft.by.${turn.by}`)}</span>
          </span>
        ) : (
          <span className={styles.quiet}>{t('shiftLeft.notYet')}</span>
        )}
      </td>
      <td>
        <span className={own.cell}>
          <span className={own.figures}>
            {t('shiftLeft.before')}: <Solved side={before} />
          </span>
          <span className={own.figures}>
            {t('shiftLeft.after')}: <Solved side={after} />
          </span>
          {turn && (
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {t(`shiftLeft.compared.${shift.compared}`, { tier })}
            </span>
          )}
        </span>
      </td>
      <td>
        <ShareBars before={before} after={after} />
      </td>
      <td>
        <Minutes before={before.causeMedian} after={after.causeMedian} />
      </td>
      <td>
        <Minutes before={before.resolveMedian} after={after.resolveMedian} />
      </td>
    </tr>
  )
}

/** "5 of 6 (44–97%)"; where there is none, that. */
function Solved({ side: { solved } }: { readonly side: Side }) {
  const t = useWords('triage')
  if (solved.share === null) return <>{t('shiftLeft.nothing')}</>
  return (
    <>
      {t('shiftLeft.share', {
        count: solved.count,
        of: solved.of,
        low: Math.round(solved.low * 100),
        high: Math.round(solved.high * 100),
      })}
    </>
  )
}

function Minutes({ before, after }: { readonly before: number | null; readonly after: number | null }) {
  const t = useWords('triage')
  const own = useStyles()
  const duration = useDuration()
  const say = (minutes: number | null) =>
    minutes === null ? t('shiftLeft.nothing') : duration(Math.round(minutes))
  return (
    <span className={own.cell}>
      <span className={own.figures}>{`${t('shiftLeft.before')}: ${say(before)}`}</span>
      <span className={own.figures}>{`${t('shiftLeft.after')}: ${say(after)}`}</span>
    </span>
  )
}
