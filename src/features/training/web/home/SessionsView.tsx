import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import { trainingSessions } from '../queries.ts'
import { SessionLine } from '../sessions/SessionLine.tsx'
import { useTrainingStyles } from '../training-styles.ts'

/** All training sessions: those ahead, and those that are over. */
export function SessionsView() {
  return (
    <>
      <SessionsOf when="ahead" />
      <SessionsOf when="over" />
    </>
  )
}

function SessionsOf({ when }: { readonly when: 'ahead' | 'over' }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const query = useQuery(trainingSessions(when))
  return (
    <Section title={t(`sessions.${when}`)} card>
      <Loaded query={query}>
        {(shown) =>
          shown.trainingSessions.length === 0 ? (
            <p className={styles.plain}>{t(`sessions.none.${when}`)}</p>
          ) : (
            <ul className={styles.list}>
              {shown.trainingSessions.map((trainingSession) => (
                <li key={trainingSession.id}>
                  <SessionLine trainingSession={trainingSession} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
