import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planEditors } from '#features/plan/domain/versions/version.ts'
import { Toggle } from '#ui/form/Toggle.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Time } from '#ui/time/Time.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { AssumptionView } from '../../contract.ts'
import { FitPanel } from '../fit/FitPanel.tsx'
import { useForecastStyles } from '../forecast-styles.ts'
import { useChangeAssumptions } from '../queries.ts'
import { useForecastWords } from '../words.ts'
import { AssumptionDialog } from './AssumptionDialog.tsx'
import {
  type AssumptionGroup,
  assumptionGroups,
  assumptionName,
  assumptionValue,
  groupOf,
} from './assumption-words.ts'

const useStyles = makeStyles({
  // The groups are read below each other: their columns stand in one line where there is room.
  table: {
    '@media (min-width: 900px)': {
      tableLayout: 'fixed',
      '& th:nth-child(1)': { width: '42%' },
      '& th:nth-child(2)': { width: '26%' },
      '& th:nth-child(4)': { width: '90px' },
    },
  },
})

type AssumptionsTableProps = { readonly plan: SupportPlan; readonly lines: readonly AssumptionView[] }

/** What the forecast takes for granted: each value, where it comes from, and a way to change it or take the change back. */
export function AssumptionsTable({ plan, lines }: AssumptionsTableProps) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const [open, setOpen] = useState(false)
  const dialog = useDialog<AssumptionView>()
  const set = lines.filter(({ by }) => by !== null).length
  const fromDesk = lines.filter(({ source, by }) => source === 'desk' && by === null).length
  return (
    <Section
      title={t('assumptions.title')}
      action={
        <Toggle checked={open} onClick={() => setOpen(!open)}>
          {t('assumptions.show')}
        </Toggle>
      }
    >
      <p className={mergeClasses(styles.plain, styles.quiet, styles.small)}>
        {t('assumptions.about')} {set === 0 ? t('assumptions.noneSet') : t('assumptions.set', { count: set })}
        {fromDesk > 0 && ` ${t('assumptions.fromDesk', { count: fromDesk })}`}
      </p>
      {open &&
        assumptionGroups.map((group) => (
          <Group
            key={group}
            plan={plan}
            group={group}
            lines={lines.filter(({ place }) => groupOf(place) === group)}
            {...(editor ? { onEdit: dialog.show } : {})}
          />
        ))}
      {open && editor && <FitPanel plan={plan} lines={lines} />}
      {dialog.of && (
        <AssumptionDialog
          key={dialog.turn}
          open={dialog.open}
          onClose={dialog.hide}
          plan={plan}
          line={dialog.of}
        />
      )}
    </Section>
  )
}

type GroupProps = AssumptionsTableProps & {
  readonly group: AssumptionGroup
  readonly onEdit?: (line: AssumptionView) => void
}

function Group({ plan, group, lines, onEdit }: GroupProps) {
  const words = useForecastWords()
  const { t } = words
  const styles = useForecastStyles()
  const { table } = useStyles()
  const title = t(`assumptions.groups.${group}`)
  const grounds = `assumptions.restsOn.${group}`
  const isJudged = lines.some(({ source }) => source === 'judgement') && t.has(grounds)
  return (
    <Table
      label={title}
      className={table}
      {...(isJudged ? { caption: t('assumptions.restsOnTitle', { grounds: t.any(grounds) }) } : {})}
      heads={[
        title,
        t('assumptions.value'),
        t('assumptions.source'),
        ...(onEdit ? [t('assumptions.actions')] : []),
      ]}
      dense
    >
      {lines.map((line) => {
        const name = assumptionName(words, plan, line.place)
        return (
          <tr key={line.place}>
            <th scope="row">{name}</th>
            <td>{assumptionValue(words, line.place, line.value)}</td>
            <td>
              <SourceOf line={line} />
            </td>
            {onEdit && (
              <td>
                <span className={styles.row}>
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<EditRegular aria-hidden />}
                    aria-label={t('assumptions.edit', { name })}
                    onClick={() => onEdit(line)}
                  />
                  {line.by && <ResetButton place={line.place} name={name} />}
                </span>
              </td>
            )}
          </tr>
        )
      })}
    </Table>
  )
}

function SourceOf({ line: { source, by, at } }: { readonly line: AssumptionView }) {
  const { t } = useForecastWords()
  const styles = useForecastStyles()
  return (
    <>
      {t(`assumptions.sources.${source}`)}
      {by && at && (
        <span className={styles.quiet}>
          {' · '}
          {by.name} <Time at={at} quiet />
        </span>
      )}
    </>
  )
}

function ResetButton({ place, name }: { readonly place: string; readonly name: string }) {
  const { t } = useForecastWords()
  const change = useChangeAssumptions()
  const toast = useToast()
  const say = useProblemText()
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<ArrowResetRegular aria-hidden />}
      aria-label={t('assumptions.reset', { name })}
      disabledFocusable={change.isPending}
      onClick={() =>
        change.mutate(
          { reset: place },
          { onError: (error) => toast({ text: say(error).sentence, tone: 'error' }) },
        )
      }
    />
  )
}
