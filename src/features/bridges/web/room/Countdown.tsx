import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { useWords } from '#ui/words/words.ts'

const useStyles = makeStyles({
  time: {
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero900,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800 },
  },
  over: { color: tokens.colorPaletteRedForeground1 },
  words: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  box: { textAlign: 'end', '@media (max-width: 640px)': { textAlign: 'start' } },
})

type Props = {
  /** Since when, with how many seconds spent on it before, of how many. */
  readonly startedAt: string
  readonly spentSeconds: number
  readonly minutes: number
}

/** What is left of a time box, large enough to read across a room. */
export function Countdown({ startedAt, spentSeconds, minutes }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const announce = useAnnounce()
  const left = useSecondsLeft(Date.parse(startedAt) + (minutes * 60 - spentSeconds) * 1000)
  const isOver = left < 0
  useEffect(() => {
    if (left === 60) announce(t('room.oneMinuteLeft'))
    if (left === -1) announce(t('room.timeIsUp'))
  }, [left, announce, t])
  return (
    <div className={styles.box} role="timer" aria-live="off">
      <div className={mergeClasses(styles.time, isOver && styles.over)}>{clockText(left)}</div>
      <p className={styles.words}>{t(isOver ? 'room.over' : 'room.left', { minutes })}</p>
    </div>
  )
}

function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  return Math.ceil((until - now) / 1000)
}

/** `4:05`, and `+1:20` once the box is spent. */
export function clockText(seconds: number): string {
  const all = Math.abs(seconds)
  const text = `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`
  return seconds < 0 ? `+${text}` : text
}
