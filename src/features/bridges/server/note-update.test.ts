import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applies, isNoteUpdate } from './note-update.ts'

const made = (work: (document: Y.Doc) => void): Uint8Array => {
  const document = new Y.Doc()
  work(document)
  return Y.encodeStateAsUpdate(document)
}
const x = [1, 0x58, 0]

describe('an update of the notes', () => {
  test('is text that was typed, and what was taken away', () => {
    expect(isNoteUpdate(made((document) => document.getText('notes').insert(0, 'Typed 🙂')))).toBe(true)
    const deleted = made((document) => {
      document.getText('notes').insert(0, 'Typed')
      document.getText('notes').delete(1, 3)
    })
    expect(isNoteUpdate(deleted)).toBe(true)
  })

  test.each([
    ['nothing at all', new Uint8Array()],
    ['an empty update', made(() => undefined)],
    ['no update', new Uint8Array([0, 0, 3, 255, 255])],
    ['a map', made((document) => document.getMap('notes').set('a', 1))],
    ['a list', made((document) => document.getArray('notes').insert(0, [1]))],
    ['a document in the document', made((document) => document.getArray('notes').insert(0, [new Y.Doc()]))],
    ['something that is no text among it', made((document) => document.getText('notes').insertEmbed(0, { a: 1 }))],
    ['text under another name', made((document) => document.getText('other').insert(0, 'Typed'))],
    ['a letter to the right of itself', new Uint8Array([1, 1, 99, 0, 0x84, 99, 0, ...x])],
    ['a letter to the left of itself', new Uint8Array([1, 1, 99, 0, 0x44, 99, 5, ...x])],
    ['a letter in a letter', new Uint8Array([1, 1, 99, 0, 0x04, 0, 7, 0, ...x])],
  ])('is not %s', (_what, update) => {
    expect(isNoteUpdate(update)).toBe(false)
  })
})

test('whether updates can be applied is found out by doing it', () => {
  const good = made((document) => document.getText('notes').insert(0, 'Typed'))
  expect(applies([], [good])).toBe(true)
  expect(applies([good], [new Uint8Array([1, 1, 99, 0, 0x84, 99, 5, ...x])])).toBe(false)
})
