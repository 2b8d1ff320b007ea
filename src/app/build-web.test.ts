import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepServed } from './build-web.ts'

const folder = mkdtempSync(join(tmpdir(), 'tierwise-build-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function build(name: string, ...files: string[]): string {
  const made = join(folder, name)
  mkdirSync(join(made, '.vite'), { recursive: true })
  mkdirSync(join(made, 'assets'))
  for (const file of files) writeFileSync(join(made, file), name)
  writeFileSync(
    join(made, '.vite/manifest.json'),
    JSON.stringify(Object.fromEntries(files.map((file) => [file, { file }]))),
  )
  return made
}

test('scripts of the build before stay for pages that are open, those before it do not', () => {
  const [first, second, third] = [
    build('first', 'assets/a-1.js'),
    build('second', 'assets/a-2.js', 'assets/same.js'),
    build('third', 'assets/a-3.js', 'assets/same.js'),
  ]
  writeFileSync(join(first, 'assets/a-1.js.br'), 'pressed')
  keepServed(first, second)
  expect(
    ['a-1.js', 'a-1.js.br', 'a-2.js'].filter((name) => existsSync(join(second, 'assets', name))),
  ).toHaveLength(3)
  keepServed(second, third)
  const there = ['a-1.js', 'a-1.js.br', 'a-2.js', 'a-3.js', 'same.js'].filter((name) =>
    existsSync(join(third, 'assets', name)),
  )
  expect(there).toEqual(['a-2.js', 'a-3.js', 'same.js'])
})

test('a worker, which the list of a build does not name, stays with the script that opens it', () => {
  const [before, now] = [build('before', 'assets/page-1.js'), build('now', 'assets/page-2.js')]
  writeFileSync(join(before, 'assets/page-1.js'), 'new Worker(new URL(`/assets/count.worker-Ab_1-x.js`))')
  writeFileSync(join(before, 'assets/count.worker-Ab_1-x.js'), 'counts')
  keepServed(before, now)
  expect(existsSync(join(now, 'assets/count.worker-Ab_1-x.js'))).toBe(true)
})

test('a first build has nothing to keep', () => {
  keepServed(join(folder, 'nowhere'), build('only', 'assets/a.js'))
  expect(existsSync(join(folder, 'only/assets/a.js'))).toBe(true)
})
