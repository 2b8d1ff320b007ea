import { makeStyles, tokens } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { Notice } from '../../../domain/document/process.ts'
import { noticeChannels, noticeMoments, noticeReceivers } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { FieldFindings } from '../choice-fields.tsx'
import { useEditor, useEditorState } from '../editor.tsx'
import { fieldId } from '../place.ts'

const place = ['process', 'notices']

const useStyles = makeStyles({
  table: {
    width: 'auto',
    '& th, & td': {
      paddingBlock: tokens.spacingVerticalXXS,
      paddingInline: tokens.spacingHorizontalXS,
      verticalAlign: 'middle',
    },
    '& thead th': {
      verticalAlign: 'bottom',
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightRegular,
    },
    '& tbody th': {
      position: 'sticky',
      insetInlineStart: 0,
      backgroundColor: tokens.colorNeutralBackground2,
      fontWeight: tokens.fontWeightRegular,
      minWidth: '8rem',
    },
  },
  choice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    whiteSpace: 'nowrap',
  },
  box: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorBrandBackground },
})

/** Who hears of what, and how: a grid of moments and receivers. Plain boxes, because there are more than two hundred. */
export function NoticesForm() {
  const { t } = usePlanWords()
  const styles = useStyles()
  const plain = usePlanStyles()
  return (
    <Section title={t('notices.title')}>
      <div id={fieldId(place)} tabIndex={-1} className={plain.stack}>
        <Table
          label={t('notices.title')}
          heads={[t('notices.moment'), ...noticeReceivers.map((to) => t(`receivers.${to}`))]}
          caption={t('notices.gridCaption')}
          dense
          className={styles.table}
        >
          {noticeMoments.map((moment) => (
            <tr key={moment}>
              <th scope="row">{t(`moments.${moment}`)}</th>
              {noticeReceivers.map((to) => (
                <td key={to}>
                  {noticeChannels.map((channel) => (
                    <NoticeBox key={channel} moment={moment} to={to} channel={channel} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </Table>
        <Found />
      </div>
    </Section>
  )
}

function NoticeBox(notice: Notice) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const { change } = useEditor()
  const checked = useEditorState(({ plan }) => plan.process.notices.some((one) => sameNotice(one, notice)))
  const label = t('notices.sentence', {
    moment: t(`moments.${notice.moment}`),
    to: t(`receivers.${notice.to}`),
    channel: t(`channels.${notice.channel}`),
  })
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={checked}
        onChange={(event) => {
          const on = event.target.checked
          change(place, (plan) => {
            const others = plan.process.notices.filter((one) => !sameNotice(one, notice))
            return { ...plan, process: { ...plan.process, notices: on ? [...others, notice] : others } }
          })
        }}
      />
      <span aria-hidden>{t(`notices.short.${notice.channel}`)}</span>
    </label>
  )
}

function sameNotice(one: Notice, other: Notice): boolean {
  return one.moment === other.moment && one.to === other.to && one.channel === other.channel
}

/** What was found about the notices; each goes with one box, but all are said beneath the grid. */
function Found() {
  const count = useEditorState(({ plan }) => plan.process.notices.length)
  return (
    <>
      <FieldFindings place={place} />
      {Array.from({ length: count }, (_, index) => [...place, index]).map((at) => (
        <FieldFindings key={at.join('.')} place={at} />
      ))}
    </>
  )
}
