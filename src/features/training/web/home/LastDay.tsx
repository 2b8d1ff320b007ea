import { useMemo } from 'react'
import { useReader } from '#ui/time/Time.tsx'

/** The last whole day on which something that ends at a moment still holds: 28 November 2027. */
export function LastDay({ until }: { readonly until: string }) {
  const { language, timeZone } = useReader()
  const format = useMemo(
    () => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone }),
    [language, timeZone],
  )
  return <time dateTime={until}>{format.format(new Date(Date.parse(until) - 1))}</time>
}
