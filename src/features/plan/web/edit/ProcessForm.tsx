import { Button, mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { Category, FastLane, Notice, Retention } from '../../domain/document/process.ts'
import { starterRetention } from '../../domain/starter/retention.ts'
import {
  levels,
  noticeChannels,
  noticeMoments,
  noticeReceivers,
  platforms,
  priorities,
  ticketKinds,
  wayDowns,
} from '../../domain/values.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { EvidenceForm } from './EvidenceForm.tsx'
import { useEditor, useField } from './editor.tsx'
import { BothLanguages, ChoiceField, FieldRow, NumberField, SeveralField, SwitchField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { fieldId, freeKey } from './place.ts'
import { TargetsGrid } from './TargetsGrid.tsx'

export function ProcessForm() {
  return (
    <>
      <CategoriesForm />
      <PriorityForm />
      <EvidenceForm />
      <RulesForm />
      <NoticesForm />
      <RetentionForm />
    </>
  )
}

function CategoriesForm() {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const evidence = plan.process.edges.flatMap((edge) => edge.evidence)
  const asks = [
    ...new Map(evidence.map((item) => [item.key, { value: item.key, label: text(item.name) }])).values(),
  ]
  const levelOptions = levels.map((value) => ({ value, label: t(`levels.${value}`) }))
  return (
    <Section title={t('categories.title')}>
      <ListEditor<Category>
        place={['process', 'categories']}
        noun={t('nouns.category')}
        title={(category) => text(category.name) || t('edit.unnamed')}
        make={(list) => ({
          key: freeKey(list, 'category'),
          name: { nl: '', en: '' },
          help: { nl: '', en: '' },
          kind: 'incident',
          impact: 'medium',
          urgency: 'medium',
          platforms: [],
          asks: [],
        })}
        canRemove={(_, list) => list.length > 1}
      >
        {(at) => (
          <>
            <BothLanguages place={[...at, 'name']} label={t('categories.category')} />
            <BothLanguages place={[...at, 'help']} label={t('categories.help')} long />
            <FieldRow>
              <ChoiceField
                place={[...at, 'kind']}
                label={t('categories.kind')}
                options={ticketKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              />
              <ChoiceField place={[...at, 'impact']} label={t('priority.impact')} options={levelOptions} />
              <ChoiceField place={[...at, 'urgency']} label={t('priority.urgency')} options={levelOptions} />
            </FieldRow>
            <SeveralField
              place={[...at, 'platforms']}
              label={t('categories.platforms')}
              hint={t('edit.noneIsAll')}
              options={platforms.map((value) => ({ value, label: t(`platforms.${value}`) }))}
            />
            <SeveralField place={[...at, 'asks']} label={t('categories.asks')} options={asks} />
          </>
        )}
      </ListEditor>
    </Section>
  )
}

function PriorityForm() {
  const { t, text, minutes } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  const { process, teams } = plan
  const options = priorities.map((value) => ({ value, label: `${value} ${text(process.priorityNames[value])}` }))
  return (
    <Section title={t('priority.title')}>
      {priorities.map((priority) => (
        <BothLanguages
          key={priority}
          place={['process', 'priorityNames', priority]}
          label={t('priority.nameOf', { priority })}
        />
      ))}
      <table className={styles.table}>
        <caption className={mergeClasses(styles.quiet, styles.small)}>{t('priority.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('priority.impact')}</th>
            {levels.map((urgency) => (
              <th key={urgency} scope="col">
                {t('priority.urgencyIs', { level: t(`levels.${urgency}`) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((impact) => (
            <tr key={impact}>
              <th scope="row">{t(`levels.${impact}`)}</th>
              {levels.map((urgency) => (
                <td key={urgency}>
                  <ChoiceField
                    bare
                    place={['process', 'priorityMatrix', impact, urgency]}
                    label={t('priority.cell', { impact: t(`levels.${impact}`), urgency: t(`levels.${urgency}`) })}
                    options={options}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldRow>
        <ChoiceField
          place={['process', 'targetHours']}
          label={t('targets.hours')}
          options={teams.supportHours.map((hours) => ({ value: hours.key, label: text(hours.name) }))}
        />
        <NumberField place={['process', 'warnAtPercent']} label={t('targets.warnAt')} unit="%" />
      </FieldRow>
      <TargetsGrid
        place={['process', 'targets']}
        caption={t('targets.overall')}
        columns={[
          { key: 'contactMinutes', label: t('targets.contact') },
          { key: 'resolveMinutes', label: t('targets.resolve') },
        ]}
        say={minutes}
        name={t('targets.overall')}
      />
    </Section>
  )
}

function RulesForm() {
  const { t, text } = usePlanWords()
  const { plan } = useEditor()
  const styles = usePlanStyles()
  const tiers = plan.teams.tiers.map((tier) => ({ value: tier.level, label: `${tier.level} ${text(tier.name)}` }))
  const names = plan.process.priorityNames
  return (
    <Section title={t('rules.title')}>
      <FieldRow>
        <ChoiceField place={['process', 'contactTier']} label={t('rules.contactTier')} options={tiers} />
        <ChoiceField
          place={['process', 'wayDown']}
          label={t('rules.wayDown')}
          options={wayDowns.map((value) => ({ value, label: t(`rules.wayDowns.${value}`) }))}
        />
      </FieldRow>
      <SwitchField place={['process', 'knownIssueRequired']} label={t('rules.knownIssueSwitch')} />
      <FieldRow>
        <NumberField place={['process', 'bounceCap']} label={t('rules.bounceCap')} unit="×" />
        <NumberField
          place={['process', 'quietPeriodDays']}
          label={t('rules.quietPeriod')}
          unit={t('edit.supportDays')}
        />
        <NumberField place={['process', 'reopenWindowDays']} label={t('rules.reopen')} unit={t('edit.days')} />
        <NumberField
          place={['process', 'contactRetryMinutes']}
          label={t('rules.contactRetry')}
          unit={t('edit.minutes')}
        />
      </FieldRow>
      <h3 className={styles.heading}>{t('rules.fastLanes')}</h3>
      <ListEditor<FastLane>
        place={['process', 'fastLanes']}
        noun={t('nouns.fastLane')}
        title={(lane) =>
          t('steps.fastLane', { priority: text(names[lane.priority]), from: lane.from, to: lane.to })
        }
        make={() => ({ priority: 1, from: 1, to: Math.max(plan.teams.tiers.length, 2) })}
      >
        {(at) => (
          <FieldRow>
            <ChoiceField
              place={[...at, 'priority']}
              label={t('priority.label')}
              options={priorities.map((value) => ({ value, label: `${value} ${text(names[value])}` }))}
            />
            <ChoiceField place={[...at, 'from']} label={t('rules.fromTier')} options={tiers} />
            <ChoiceField place={[...at, 'to']} label={t('rules.toTier')} options={tiers} />
          </FieldRow>
        )}
      </ListEditor>
      <h3 className={styles.heading}>{t('pauses.title')}</h3>
      {(['requester', 'vendor', 'until'] as const).map((waiting) => (
        <div key={waiting} className={styles.row} role="group" aria-label={t(`pauses.${waiting}`)}>
          <strong>{t(`pauses.${waiting}`)}:</strong>
          <SwitchField place={['process', 'pauses', waiting, 'tier']} label={t('pauses.tierSwitch')} />
          <SwitchField place={['process', 'pauses', waiting, 'overall']} label={t('pauses.overallSwitch')} />
        </div>
      ))}
    </Section>
  )
}

function NoticesForm() {
  const { t } = usePlanWords()
  return (
    <Section title={t('notices.title')}>
      <ListEditor<Notice>
        place={['process', 'notices']}
        noun={t('nouns.notice')}
        fixedOrder
        title={(notice) =>
          t('notices.sentence', {
            moment: t(`moments.${notice.moment}`),
            to: t(`receivers.${notice.to}`),
            channel: t(`channels.${notice.channel}`),
          })
        }
        make={() => ({ moment: 'opened', to: 'followers', channel: 'mail' })}
      >
        {(at) => (
          <FieldRow>
            <ChoiceField
              place={[...at, 'moment']}
              label={t('notices.moment')}
              options={noticeMoments.map((value) => ({ value, label: t(`moments.${value}`) }))}
            />
            <ChoiceField
              place={[...at, 'to']}
              label={t('notices.to')}
              options={noticeReceivers.map((value) => ({ value, label: t(`receivers.${value}`) }))}
            />
            <ChoiceField
              place={[...at, 'channel']}
              label={t('notices.channel')}
              options={noticeChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
            />
          </FieldRow>
        )}
      </ListEditor>
    </Section>
  )
}

function RetentionForm() {
  const { t } = usePlanWords()
  const place = ['process', 'retention']
  const { value, change } = useField<Retention | null>(place)
  return (
    <Section title={t('retention.title')}>
      {value === null ? (
        <>
          <p>{t('retention.none')}</p>
          <Button id={fieldId(place)} onClick={() => change(starterRetention)}>
            {t('retention.agree')}
          </Button>
        </>
      ) : (
        <FieldRow>
          {(['closedTicketDays', 'rawMailDays', 'attachmentDays'] as const).map((key) => (
            <NumberField key={key} place={[...place, key]} label={t(`retention.${key}`)} unit={t('edit.days')} />
          ))}
        </FieldRow>
      )}
    </Section>
  )
}
