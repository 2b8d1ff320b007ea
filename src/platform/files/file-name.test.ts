import { describe, expect, test } from 'vitest'
import { attachmentHeader, cleanFileName } from './file-name.ts'

describe("a file's name", () => {
  test.each([
    ['logboek.txt', 'logboek.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\report.pdf', 'report.pdf'],
    ['gnp.\u202eexe', 'gnp.exe'],
    ['a\r\nset-cookie: x.txt', 'aset-cookie_ x.txt'],
    ['  . hidden', 'hidden'],
    ['...', 'file'],
    ['', 'file'],
    ['e\u0301te\u0301.txt', 'été.txt'],
    ['a<b>:"c|?*.txt', 'a_b___c___.txt'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean)
  })

  test('keeps its ending when it is cut, and is not cut inside a character', () => {
    const cut = cleanFileName(`${'a'.repeat(195)}😀😀😀.pdf`)
    expect(cut).toBe(`${'a'.repeat(195)}.pdf`)
    expect(cleanFileName('x'.repeat(500))).toHaveLength(200)
  })

  test('cannot break out of the header', () => {
    const header = attachmentHeader('attachment', `a"b\\c%d'(e)*é.txt`)
    expect(header).toBe(
      `attachment; filename="a_b_c_d'(e)*_.txt"; filename*=UTF-8''a%22b%5Cc%25d%27%28e%29%2A%C3%A9.txt`,
    )
  })
})
