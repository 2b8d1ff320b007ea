import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, root } from './tree.ts'
import { violations } from './violations.ts'

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  graph: Record<string, readonly string[]>
  options: ICruiseOptions & { enhancedResolveOptions: Record<string, unknown> }
  forbidden: IForbiddenRuleType[]
}

async function cruised(baseDir: string): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...options } = config.options
  const { output } = await cruise(
    ['src'],
    { ...options, baseDir, ruleSet: { forbidden: config.forbidden }, validate: true },
    enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

const brokenIn = (result: ICruiseResult) => [...new Set(result.summary.violations.map((one) => one.rule.name))]

describe('the source', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    result = await cruised(root)
  })

  test('is read to the last file, types included', () => {
    const source = /[.]tsx?$/
    const read = result.modules.filter((one) => one.source.startsWith('src/') && source.test(one.source))
    const onDisk = filesBelow('src').filter((path) => source.test(path))
    expect(onDisk.length).toBeGreaterThan(0)
    expect(read.map((one) => one.source).sort()).toEqual(onDisk)
    const types = read
      .flatMap((one) => one.dependencies)
      .filter((one) => one.dependencyTypes.includes('type-only'))
    expect(types.length).toBeGreaterThan(0)
  })

  test('keeps every import rule', () => {
    expect(result.summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`)).toEqual([])
  })

  test('has no feature outside the graph', () => {
    expect(Object.keys(config.graph)).toEqual(expect.arrayContaining(readdirSync(join(root, 'src/features'))))
  })
})

describe('the feature graph', () => {
  test('has no circle', () => {
    const reachable = (feature: string, seen: readonly string[] = []): string[] =>
      seen.includes(feature)
        ? [...seen, feature]
        : (config.graph[feature] ?? []).flatMap((known) => reachable(known, [...seen, feature]))
    for (const feature of Object.keys(config.graph)) expect(reachable(feature)).not.toContain(feature)
  })

  test('names only features', () => {
    expect(Object.keys(config.graph)).toEqual(expect.arrayContaining(Object.values(config.graph).flat()))
  })
})

describe('an import that breaks a rule is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-imports-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(violations.map((one, index) => ({ ...one, index })))('$rule: $file', async (violation) => {
    const tree = join(folder, String(violation.index))
    for (const path of [...(violation.beside ?? []), violation.file]) {
      mkdirSync(join(tree, dirname(path)), { recursive: true })
      writeFileSync(join(tree, path), 'export const x = 1\n')
    }
    cpSync(join(root, 'package.json'), join(tree, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    expect(brokenIn(await cruised(tree))).toEqual([])
    writeFileSync(join(tree, violation.file), `${violation.imports}\nexport type Y = typeof x\n`)
    expect(brokenIn(await cruised(tree))).toContain(violation.rule)
  })

  test('for every rule there is, each kind for at least one feature', () => {
    const kind = (name = '') => name.split(':')[0]
    const shown = new Set(violations.map((one) => kind(one.rule)))
    expect(new Set(config.forbidden.map((one) => kind(one.name)))).toEqual(shown)
  })
})
