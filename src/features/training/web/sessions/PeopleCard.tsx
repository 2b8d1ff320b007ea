import { Badge, Button, Checkbox, mergeClasses, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { SessionView } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh, useWhy } from '../training-words.ts'

type ViewProps = { readonly view: SessionView }

/** Who has a seat, who waits, who was there, and how their test went. */
export function PeopleCard({ view }: ViewProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const why = useWhy()
  const { people, may, trainingSession } = view
  const notes = may.run && may.attendance === null
  return (
    <Section title={t('people.title')} card>
      <div className={styles.stack}>
        {people.length === 0 && <p className={styles.plain}>{t('people.none')}</p>}
        {people.length > 0 && (
          <Table
            label={t('people.title')}
            heads={[t('people.person'), t('people.place'), t('people.there'), t('people.test')]}
          >
            {people.map((one) => (
              <tr key={one.person.id}>
                <th scope="row">
                  {one.person.name}
                  {one.reply && (
                    <div className={mergeClasses(styles.quiet, styles.small)}>
                      {t(`people.reply.${one.reply}`)}
                    </div>
                  )}
                </th>
                <td>
                  {one.state === 'waiting' ? (
                    <Badge className={styles.badge} appearance="tint" color="warning">
                      {t('sessions.mine.waiting')}
                    </Badge>
                  ) : (
                    t('people.seat')
                  )}
                </td>
                <td>
                  <Attendance view={view} one={one} notes={notes} />
                </td>
                <td>
                  <TestOf one={one} />
                </td>
              </tr>
            ))}
          </Table>
        )}
        {may.run && !notes && trainingSession.cancelledAt === null && (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{why(may.attendance)}</p>
        )}
        {may.signOthersUp && <SignUpOthers view={view} />}
      </div>
    </Section>
  )
}

type One = SessionView['people'][number]

function Attendance({ view, one, notes }: ViewProps & { readonly one: One; readonly notes: boolean }) {
  const t = useWords('training')
  const refresh = useRefresh()
  const { attempt } = useAttempt(useRefusals('training'))
  if (!notes || one.state === 'waiting')
    return one.attendedAt === null ? '–' : t(one.attendedBy === 'code' ? 'people.byCode' : 'people.byTrainer')
  const note = (attended: boolean) => {
    const params = { id: view.trainingSession.id, person: one.person.id }
    return attempt(
      () => trainingApi('PUT /api/v1/training/sessions/:id/attendance/:person', { params, body: { attended } }),
      refresh,
    )
  }
  return (
    <Checkbox
      checked={one.attendedAt !== null}
      aria-label={t('people.was', { name: one.person.name })}
      onChange={(_, { checked }) => void note(checked === true)}
    />
  )
}

function TestOf({ one }: { readonly one: One }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  if (!one.test) return '–'
  const { percent, passed, tries } = one.test
  return (
    <span className={styles.row}>
      <Badge className={styles.badge} appearance="tint" color={passed ? 'success' : 'warning'}>
        {t(passed ? 'people.passed' : 'people.failed', { percent })}
      </Badge>
      {tries > 1 && (
        <span className={mergeClasses(styles.quiet, styles.small)}>{t('people.tries', { count: tries })}</span>
      )}
      {one.certificate && (
        <PageLink to={`/training/certificates/${one.certificate}`}>{t('people.certificate')}</PageLink>
      )}
    </span>
  )
}

function SignUpOthers({ view }: ViewProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const { attempt } = useAttempt(useRefusals('training'))
  const [chosen, setChosen] = useState('')
  const { candidates, trainingSession } = view
  const person = candidates.find(({ id }) => id === chosen) ?? candidates[0]
  const signUp = async () => {
    if (!person) return
    await attempt(async () => {
      await trainingApi('POST /api/v1/training/sessions/:id/sign-ups', {
        params: { id: trainingSession.id },
        body: { personId: person.id },
      })
      setChosen('')
    }, refresh)
  }
  return (
    <div className={styles.row}>
      <Select aria-label={t('people.who')} value={person?.id ?? ''} onChange={(_, { value }) => setChosen(value)}>
        {candidates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button onClick={() => void signUp()}>{t('people.signUp')}</Button>
    </div>
  )
}
