import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import { Slot } from '#ui/pages/slots.tsx'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { askedByKnownIssue } from '../../domain/asked-by-known-issue.ts'
import { issueOf } from '../../domain/known-issue.ts'
import type { PlanNames } from '../plan-names.ts'

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What is known: cause and solution once there are, the evidence, the questions about the solution. */
export function KnownPanel({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const { diagnosis, evidence, questions, offer } = shown.ticket
  const who = (id: string) => shown.people[id]?.name ?? ''
  return (
    <>
      {offer && (
        <Section title={t('known.handover')} card>
          <KeyValues
            labels="above"
            items={[
              { label: t('known.asked', { name: who(offer.by) }), value: <PlainText text={offer.asked} /> },
              ...(offer.waiver
                ? [{ label: t('known.waiver', { name: who(offer.waiver.by) }), value: offer.waiver.reason }]
                : []),
            ]}
          />
        </Section>
      )}
      {diagnosis && (
        <Section title={t('known.solution')} card>
          <KeyValues
            labels="above"
            items={[
              { label: t('field.rootCause'), value: <PlainText text={diagnosis.rootCause} /> },
              { label: t('field.solution'), value: <PlainText text={diagnosis.solution} /> },
              { label: t('field.wordingForRequester'), value: <PlainText text={diagnosis.wordingForRequester} /> },
              ...learnt(t, diagnosis.knownIssue, shown.ticket.id),
              {
                label: t('known.by', { tier: diagnosis.byTier, name: who(diagnosis.byAgent) }),
                value: <Time at={diagnosis.at} />,
              },
            ]}
          />
          {questions.map((question) => (
            <blockquote key={question.id} className={styles.quote}>
              <strong>{t('known.question', { name: who(question.by) })}</strong>
              <PlainText text={question.text} />
              {question.answer ? (
                <>
                  <strong>{t('known.answer', { name: who(question.answer.by) })}</strong>
                  <PlainText text={question.answer.text} />
                </>
              ) : (
                <Badge appearance="tint" color="warning">
                  {t('known.unanswered')}
                </Badge>
              )}
            </blockquote>
          ))}
        </Section>
      )}
      <Section title={t('known.evidence', { count: evidence.length })} card>
        {evidence.length === 0 ? (
          <p className={styles.none}>{t('known.noEvidence')}</p>
        ) : (
          <KeyValues
            labels="above"
            items={evidence.map((item) => ({
              label:
                item.key === askedByKnownIssue
                  ? t('evidenceFound.byKnownIssue')
                  : (names.evidence(item.key)?.name[t.language] ?? item.key),
              value: (
                <>
                  <PlainText text={evidenceWords(item.value, names.evidence(item.key), t.language)} />
                  {item.files.map((id) => (
                    <div key={id}>
                      <a href={`/api/v1/files/${id}`}>{shown.files[id]?.name ?? id}</a>
                    </div>
                  ))}
                </>
              ),
            }))}
          />
        )}
      </Section>
    </>
  )
}

type KnownIssue = NonNullable<DeskTicket['ticket']['diagnosis']>['knownIssue']

/** What was said about coming back: the name by which it is recognised, or why it will not. */
export function learnt(
  t: Words<'tickets'>,
  known: KnownIssue,
  ticketId: string,
): readonly { label: string; value: ReactNode }[] {
  const issueId = issueOf(known)
  if (issueId !== null)
    return [{ label: t('known.issue'), value: <Slot name="tickets.knownIssue" of={{ ticketId, issueId }} /> }]
  if (known?.kind === 'create') return [{ label: t('known.comesBack'), value: <PlainText text={known.title} /> }]
  if (known?.kind === 'one-off') return [{ label: t('known.oneOff'), value: <PlainText text={known.reason} /> }]
  return []
}

export function evidenceWords(
  value: string,
  item: ReturnType<PlanNames['evidence']>,
  language: 'nl' | 'en',
): string {
  return item?.options.find((option) => option.key === value)?.name[language] ?? value
}
