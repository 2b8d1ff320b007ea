import { Button } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { heldMeetings } from '../queries.ts'
import { useMeetingLinks } from './ComingList.tsx'

const first = 5

/** Meetings that were held; each leads to its minutes. */
export function PastList() {
  const t = useWords('bridges')
  const styles = useMeetingLinks()
  const text = useBridgeStyles()
  const [limit, setLimit] = useState(first)
  const held = useQuery({ ...heldMeetings(limit), placeholderData: keepPreviousData })
  return (
    <Section title={t('past.title')} card>
      <Loaded query={held} skeleton={<LoadingState rows={2} />}>
        {({ meetings }) =>
          meetings.length === 0 ? (
            <p className={`${text.plain} ${text.quiet}`}>{t('past.none')}</p>
          ) : (
            <>
              <ul className={text.list}>
                {meetings.map((meeting) => (
                  <li key={meeting.id}>
                    <BareLink to={`/bridge/${meeting.id}/minutes`} className={styles.link}>
                      <span className={text.strong}>
                        <Time at={meeting.beganAt ?? meeting.startsAt} quiet />
                      </span>
                      <span className={text.wrap}>{meeting.name[t.language]}</span>
                    </BareLink>
                  </li>
                ))}
              </ul>
              {meetings.length === limit && limit < 100 && (
                <div>
                  <Button appearance="subtle" onClick={() => setLimit(Math.min(100, limit + 20))}>
                    {t('past.all')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}
