import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FirstAidText } from '../domain/first-aid.ts'
import { suppliedCatalogue } from './supplied.ts'

const texts = JSON.parse(
  readFileSync(join(import.meta.dirname, '../content/first-aid-texts.json'), 'utf8'),
) as Readonly<Record<string, FirstAidText>>

describe('the words for requesters', () => {
  test.each(Object.entries(texts))(
    '%s belongs to what tier 1 solves, in both languages',
    (id, { title, steps }) => {
      expect(suppliedCatalogue().byId.get(id)).toMatchObject({ typicalTier: 1 })
      expect(title.nl && title.en && steps.nl.length > 0).toBeTruthy()
      expect(steps.nl).toHaveLength(steps.en.length)
    },
  )

  test('name no code, no admin centre and no tool of the desk', () => {
    expect(JSON.stringify(texts)).not.toMatch(/0x[0-9a-f]|dsregcmd|admin|entra|licen|powershell|AADSTS/i)
  })
})
