import { useMemo } from 'react'
import type { Text } from '#features/plan/domain/document/text.ts'
import { useWords } from '#ui/words/words.ts'
import type { WaveMailView } from '../../contract/communication.ts'

/** A moment as it is where the wave's days begin and end: "Monday 7 December 2026, 08:00". */
export function useWhen(timeZone: string): (moment: string) => string {
  const { language } = useWords('rollout')
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language
    const day = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
    })
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
    return (moment) => `${day.format(new Date(moment))}, ${time.format(new Date(moment))}`
  }, [language, timeZone])
}

/** Whose words a mail has. */
export function useOriginWords(): (
  mail: Pick<WaveMailView, 'origin' | 'from'>,
  text: (one: Text) => string,
) => string {
  const t = useWords('rollout')
  return ({ origin, from }, text) => {
    if (origin === 'own') return t('mails.origin.own')
    return origin === 'previous' && from
      ? t('mails.origin.previous', { wave: text(from.name) })
      : t('mails.origin.ready')
  }
}

const order = ['sent', 'waiting', 'retrying', 'failed', 'bounced', 'withheld'] as const

/** How far a mail is: "240 of 250 sent · 10 on their way". */
export function useSendWords(): (sends: WaveMailView['sends'], people: number) => string {
  const t = useWords('rollout')
  return (sends, people) =>
    order
      .filter((state) => state === 'sent' || (sends[state] ?? 0) > 0)
      .map((state) => t(`mails.sends.${state}`, { count: sends[state] ?? 0, of: people }))
      .join(' · ')
}
