import { mergeClasses } from '@fluentui/react-components'
import { saidUnread } from '#features/devices/domain/said.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveView } from '../../contract/waves.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { Sign } from './WaveChip.tsx'

type Props = { readonly view: WaveView }

/** Where the number of enrollments is from, how old it is, and why it could not be read. */
export function EnrollmentsKnown({ view }: Props) {
  const styles = useInvolvementStyles()
  return (
    <div className={styles.tight}>
      <ByHand view={view} />
      {view.intune && <ByIntune view={view} intune={view.intune} />}
    </div>
  )
}

/** What people said: all there is without Intune, beside its figure or in place of it otherwise. */
function ByHand({ view }: Props) {
  const t = useWords('rollout')
  const { day } = usePlanWords()
  const styles = useInvolvementStyles()
  const { enrolled } = view.wave
  const [last] = view.counts
  const plain = mergeClasses(styles.plain, styles.quiet)
  const connected = view.intune !== null
  const more = connected ? '' : ` ${t('run.notConnected')}`
  if (view.correction && enrolled?.source === 'corrected') {
    const { by, day: on, enrolled: count, note } = view.correction
    return (
      <p className={styles.plain}>
        <Sign tone="doubt">
          {t('run.corrected', { name: by.name, count, day: day(on) })} <span dir="auto">{note}</span>
        </Sign>
      </p>
    )
  }
  if (enrolled?.source === 'people')
    return <p className={plain}>{`${t('run.fromPeople', { count: enrolled.count })}${more}`}</p>
  if (enrolled?.source === 'counted')
    return (
      <p className={plain}>
        {`${t('run.counted', { count: enrolled.count, name: last?.by.name ?? '', day: day(enrolled.day ?? view.today) })}${more}`}
      </p>
    )
  return connected ? null : <p className={plain}>{t('run.nobodyCounted')}</p>
}

type Intune = NonNullable<WaveView['intune']>

function ByIntune({ view, intune }: Props & { readonly intune: Intune }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { readAt, failed, failing } = intune
  const why = failed && saidUnread(t.language, failed)
  return (
    <>
      {intune.people && <Told view={view} people={intune.people} />}
      {failing !== null && failing > 0 && (
        <p className={styles.plain}>
          <Sign tone="doubt">
            {t('run.failing', { count: failing })} <PageLink to="/desk/findings">{t('run.toFailing')}</PageLink>
          </Sign>
        </p>
      )}
      <p className={mergeClasses(styles.plain, styles.quiet)} role="status">
        {readAt === null ? (
          t(why === null ? 'run.neverRead' : 'run.neverReadWhy', { why: why ?? '' })
        ) : (
          <>
            {t('run.readAt')} <Time at={readAt} form="both" />
            {why !== null && `. ${t('run.unreadSince', { why })}`}
          </>
        )}
      </p>
    </>
  )
}

type People = NonNullable<Intune['people']>

function Told({ view, people }: Props & { readonly people: People }) {
  const t = useWords('rollout')
  const plan = useWords('plan')
  const styles = useInvolvementStyles()
  const { of, since, before, platforms } = people
  if (view.wave.state === 'to-come')
    return <p className={styles.plain}>{t('run.haveAlready', { count: before, of })}</p>
  const parts = [
    t('run.sinceBegun', { count: since, of }),
    ...(before > 0 ? [t('run.hadBefore', { count: before })] : []),
    ...(of - since - before > 0 ? [t('run.notYet', { count: of - since - before })] : []),
  ]
  return (
    <>
      <p className={styles.plain}>{parts.join(' ')}</p>
      {platforms.length > 0 && (
        <p className={mergeClasses(styles.plain, styles.quiet)}>
          {platforms
            .map(({ platform, people: count }) => `${plan.any(`platforms.${platform}`)} ${count}`)
            .join(' · ')}
        </p>
      )}
    </>
  )
}
