/** A moment: ISO 8601, UTC, milliseconds (`2026-11-22T13:05:00.000Z`), so that instants compare as text. */
export type Instant = string
