/** What a date-and-time field holds (the browser's own zone) as an instant; null while it is empty or incomplete. */
export function fromLocalMoment(text: string): string | null {
  if (text === '') return null
  const moment = new Date(text)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** An instant for a date-and-time field. */
export function toLocalMoment(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
