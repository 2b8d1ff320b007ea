import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ShiftLeft } from '../../contract/shift-left.ts'
import { usePlanWords } from '../causes/burst-words.ts'
import { shiftLeftIn } from '../causes/cause-queries.ts'
import { useCauseStyles } from '../causes/cause-styles.ts'
import { ShareBars } from './ShareBars.tsx'
import { ShiftCard, ShiftRow, Solved } from './ShiftOfCause.tsx'

const useStyles = makeStyles({
  filter: { maxWidth: '320px' },
  overall: { display: 'grid', rowGap: tokens.spacingVerticalS, maxWidth: '720px' },
  // Six columns are too many for a phone, where each cause is a card of its own.
  wide: { '@media (max-width: 720px)': { display: 'none' } },
  narrow: { '@media (min-width: 720.01px)': { display: 'none' } },
})

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
        <ul className={mergeClasses(styles.list, own.narrow)}>
          {causes.map((one) => (
            <ShiftCard key={`${one.kind} ${one.id}`} shift={one} tier={tier} />
          ))}
        </ul>
        <div className={own.wide}>
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
              <ShiftRow key={`${one.kind} ${one.id}`} shift={one} tier={tier} />
            ))}
          </Table>
        </div>
      </Section>
    </div>
  )
}
