import type { TrainingSession } from '../../contract/sessions.ts'
import { momentOf, usualStart, wallTimeOf } from '../../domain/sessions/wall-time.ts'

export type SessionFields = {
  readonly courseKey: string
  readonly trainerId: string
  readonly starts: string
  readonly minutes: string
  readonly timeZone: string
  readonly place: string
  readonly link: string
  readonly seats: string
  readonly language: 'nl' | 'en'
}

type Begin = {
  readonly courseKey: string
  readonly minutes: number
  readonly trainerId: string
  readonly timeZone: string
  readonly place: string
  readonly people: number
  readonly language: 'nl' | 'en'
}

const fewestSeats = 12

/** What one usually means: the next working day at ten, as long as the course takes, where the last one was. */
export function newFields(begin: Begin, now: string): SessionFields {
  const { courseKey, minutes, trainerId, timeZone, place, people, language } = begin
  return {
    courseKey,
    trainerId,
    starts: usualStart(now, timeZone),
    minutes: String(minutes),
    timeZone,
    place,
    link: '',
    seats: String(Math.max(fewestSeats, people)),
    language,
  }
}

export function fieldsOf(trainingSession: TrainingSession): SessionFields {
  const { startsAt, endsAt, timeZone } = trainingSession
  return {
    courseKey: trainingSession.course.key,
    trainerId: trainingSession.trainer.id,
    starts: wallTimeOf(startsAt, timeZone),
    minutes: String((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
    timeZone,
    place: trainingSession.place ?? '',
    link: trainingSession.link ?? '',
    seats: String(trainingSession.seats),
    language: trainingSession.language,
  }
}

/** What is sent; null while something is missing. */
export function inputOf(fields: SessionFields) {
  const startsAt = momentOf(fields.starts, fields.timeZone)
  const [minutes, seats] = [Number(fields.minutes), Number(fields.seats)]
  const [place, link] = [fields.place.trim(), fields.link.trim()]
  const isWhole = Number.isInteger(minutes) && minutes > 0 && Number.isInteger(seats) && seats > 0
  if (startsAt === null || !isWhole || fields.trainerId === '' || (place === '' && link === '')) return null
  return {
    trainerId: fields.trainerId,
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
    timeZone: fields.timeZone,
    place: place === '' ? null : place,
    link: link === '' ? null : link,
    seats,
    language: fields.language,
  }
}

const placeKey = 'tierwise.training.place'

export function rememberedPlace(): string {
  return localStorage.getItem(placeKey) ?? ''
}

export function rememberPlace(place: string): void {
  if (place !== '') localStorage.setItem(placeKey, place)
}
