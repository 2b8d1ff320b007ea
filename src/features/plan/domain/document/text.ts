import { z } from 'zod'
import { keyForm, longestKey } from '../key-form.ts'
import { platforms } from '../values.ts'

/** Words a person reads, in every language of the product. */
export const Text = z.strictObject({
  nl: z.string().trim().min(1).max(4000),
  en: z.string().trim().min(1).max(4000),
})
export type Text = z.infer<typeof Text>

export const Key = z.string().regex(keyForm).max(longestKey)

export const Day = z.iso.date()
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
export const Minutes = z.int().min(1).max(525_600)

export const Platform = z.enum(platforms)
export type Platform = z.infer<typeof Platform>
