import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { writePlanFile } from '#features/plan/server/file/write-plan-file.ts'
import { tierwise } from '../../tests/support/command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'tierwise-plan-'))
const plan = starterPlan({ startDay: '2026-11-30', owner: 'Uitrolteam' })
const yaml = writePlanFile(plan, 'yaml')
const path = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const good = path('plan.yaml', yaml)
const broken = path('broken.yaml', yaml.replace('owner:', 'owners:'))
/** A course of more than three hours is allowed, but it is not wise. */
const unwise = path(
  'unwise.yaml',
  writePlanFile({ ...plan, improves: [] }, 'yaml').replace(/minutes: 25/, 'minutes: 250'),
)

async function run(args: readonly string[], input?: string) {
  const { ended, output, complaints } = tierwise(
    ['plan', ...args],
    { TIERWISE_DATA: join(folder, 'no-data') },
    input,
  )
  return { code: await ended, output: output(), complaints: complaints() }
}

describe('tierwise plan check', () => {
  test.each([
    ['a sound plan', ['check', good], 0],
    ['a plan that could be better', ['check', unwise], 0],
    ['a plan that could be better, strictly', ['check', unwise, '--strict'], 1],
    ['a broken plan', ['check', broken], 1],
    ['a file that is not there', ['check', join(folder, 'nowhere.yaml')], 64],
    ['no file', ['check'], 64],
    ['a language it does not speak', ['check', good, '--language', 'fr'], 64],
  ])('of %s ends with its exit code', async (_, args, code) => {
    expect((await run(args)).code).toBe(code)
  })

  test('says file, line and column as editors read them, in either language', async () => {
    const line = yaml.split('\n').findIndex((text) => text.startsWith('owner:')) + 1
    const [english, dutch] = await Promise.all([
      run(['check', broken]),
      run(['check', broken, '--language', 'nl']),
    ])
    expect(english.output).toContain(`${broken}:${line}:1: error: owners: There is no field ‘owners’ here.`)
    expect(dutch.output).toContain(`${broken}:${line}:1: fout: owners: Het veld ‘owners’ bestaat hier niet.`)
  })

  test('gives pipelines one line of JSON, also of what comes in by standard input', async () => {
    const { output } = await run(['check', '-', '--json'], readFileSync(broken, 'utf8'))
    expect(JSON.parse(output)).toMatchObject({ ok: false, errors: [{ code: 'misspelt-key', field: 'owners' }] })
  })
})

describe('what keeps a command from being done', () => {
  test.each([
    ['a file that is not there', ['check', join(folder, 'nowhere.yaml')]],
    ['a folder', ['check', folder]],
    ['a file that is not there, of assumptions', ['forecast', good, '--assumptions', join(folder, 'none')]],
    ['a file that is not there, to bring in', ['import', join(folder, 'nowhere.yaml')]],
  ])('is told as JSON too: %s', async (_, args) => {
    const ended = await run([...args, '--json'])
    expect(ended.code).toBe(64)
    expect(JSON.parse(ended.output)).toEqual({
      ok: false,
      file: args[1],
      problem: { code: 'wrong-use', detail: expect.any(String) as string },
    })
  })

  test.each([
    ['a folder that is not there', join(folder, 'nowhere', 'plan.yaml'), 'There is no folder to put'],
    ['a folder instead of a file', folder, 'is a folder'],
  ])('is told in a sentence: %s', async (_, out, sentence) => {
    const { code, complaints } = await run(['export', '--from', good, '--out', out])
    expect(code).toBe(64)
    expect(complaints).toContain(sentence)
    expect(complaints).not.toContain('    at ')
  })
})

describe('tierwise plan starter', () => {
  test('writes a plan in which the check finds nothing, for the place that is named', async () => {
    const out = join(folder, 'starter.yaml')
    const place = [
      '--owner',
      'Desk',
      '--starts',
      '2027-03-01',
      '--time-zone',
      'Europe/Brussels',
      '--country',
      'BE',
    ]
    expect(await run(['starter', ...place, '--out', out])).toEqual({ code: 0, output: '', complaints: '' })
    expect((await run(['check', out, '--strict'])).code).toBe(0)
    const written = readFileSync(out, 'utf8')
    expect(written).toMatch(/^owner: Desk$/m)
    expect(written).toContain('2027-03-01')
    expect(written).toContain('timeZone: Europe/Brussels')
    expect(written).toMatch(/date: "2027-07-21"/)
  })

  test.each([
    ['a day that does not exist', ['--starts', '2027-02-30']],
    ['a day written otherwise', ['--starts', '1 March']],
    ['a time zone that does not exist', ['--time-zone', 'Europe/Utrecht']],
    ['a country that is not known', ['--country', 'UK']],
  ])('does not take %s', async (_, args) => {
    const { code, output, complaints } = await run(['starter', ...args])
    expect({ code, output }).toEqual({ code: 64, output: '' })
    expect(complaints).toMatch(/Give|give/)
  })
})

describe('tierwise plan export', () => {
  test('takes a file or a version of the desk, not both', async () => {
    expect((await run(['export', '--from', good, '--version', '2'])).code).toBe(64)
  })

  test('from a file needs no database, and comes back as it was', async () => {
    const { code, output } = await run(['export', '--from', good, '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(output)).toEqual(plan)
  })

  test('makes a document in the language that is asked for', async () => {
    const out = join(folder, 'plan.pdf')
    const [pdf, markdown] = await Promise.all([
      run(['export', '--from', good, '--format', 'pdf', '--out', out]),
      run(['export', '--from', good, '--format', 'markdown', '--language', 'nl']),
    ])
    expect(pdf).toMatchObject({ code: 0, output: '' })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
    expect(markdown.output).toMatch(/^# Ondersteuningsplan Microsoft Intune\n/)
  })

  test('of a broken file complains and writes nothing', async () => {
    const { code, output, complaints } = await run(['export', '--from', broken])
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(complaints).toContain('owners')
  })
})

test('a reader who stops reading ends no command', () => {
  const bin = fileURLToPath(new URL('../../bin/tierwise.mjs', import.meta.url))
  const pipe = 'node "$0" plan starter | head -n 1; echo "${PIPESTATUS[0]}"'
  const { stdout, stderr } = spawnSync('bash', ['-c', pipe, bin], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^# yaml-language-server: .*\n0\n$/)
})

test('tierwise plan schema prints the schema', async () => {
  const { code, output } = await run(['schema'])
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ title: 'Tierwise support plan', additionalProperties: false })
})
