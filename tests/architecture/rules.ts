import { below, type Node, parse, walk, wordsOf } from './syntax.ts'

export const longestFile = 400

/** Names that say nothing of what a file is about. */
export function emptyNames(path: string): string[] {
  const parts = path.split('/')
  const folders = parts.slice(0, -1).filter((part) => /^(?:utils?|shared|common|helpers?|misc|lib)$/i.test(part))
  const file = parts.at(-1) ?? ''
  return /^(?:utils?|shared|common|helpers?|misc|types|index)[.][^/]*$/i.test(file) ? [...folders, file] : folders
}

/** Components are PascalCase.tsx; everything else is kebab-case. */
export function wellNamed(path: string): boolean {
  const file = path.split('/').at(-1) ?? ''
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:[.][a-z0-9-]+)+$/
  return kebab.test(file) || /^(?:[A-Z][a-z0-9]*)+(?:[.]test)?[.]tsx$/.test(file)
}

/** ITSM words, where they would name plumbing: a job, an httpRequest, a sign-in, a person. */
const plumbing: readonly (readonly [RegExp, string])[] = [
  [/Service$|^service$/, 'a service is what an organisation offers, not code'],
  [/(?:Manager|Helper|Util|Utils|Impl)$/, 'says nothing of what it does'],
  [/^(?:req|request)$/, 'an HTTP request is an httpRequest'],
  [
    /(?<!training|bridge|Training|Bridge)Sessions?$|^sessions?$/,
    'a session is a training session; a login is a signIn',
  ],
  [/^[jJ]obQueue$|^queueJob$|^messageQueue$/, 'a background task is a job'],
  [/^User$|^(?:current|signedIn)User$/, 'a human is a Person'],
]

export function plumbingNames(name: string): string[] {
  return plumbing.flatMap(([pattern, why]) => (pattern.test(name) ? [`${name}: ${why}`] : []))
}

const declaring = new Set([
  'ClassDeclaration',
  'FunctionDeclaration',
  'TsTypeAliasDeclaration',
  'TsInterfaceDeclaration',
  'VariableDeclarator',
  'Parameter',
])

/** Names that a file gives to its own functions, types, variables and parameters. */
export function declaredNames(source: string): string[] {
  const found: string[] = []
  const bind = (node: Node) => {
    if (node.type === 'Identifier') found.push(wordsOf(node['value']))
  }
  walk(parse(source), (node) => {
    if (declaring.has(node.type)) below({ id: node['id'] ?? node['identifier'] ?? node['pat'] }).forEach(bind)
    if (node.type === 'ArrowFunctionExpression') below({ params: node['params'] }).forEach(bind)
    return true
  })
  return found
}

/** Classes that are not errors: Tierwise is functions and plain data. */
export function classesIn(source: string): string[] {
  const found: string[] = []
  walk(parse(source), (node) => {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      const [parent, name] = [below({ one: node['superClass'] })[0], below({ one: node['identifier'] })[0]]
      const known = new Set(['Error', 'Refusal'])
      const isError =
        known.has(wordsOf(parent?.['value'])) || /(?:Error|Problem)$/.test(wordsOf(parent?.['value']))
      if (!isError) found.push(wordsOf(name?.['value']) || 'a class without a name')
    }
    return true
  })
  return found
}

const unfinished = new RegExp(
  `\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['HA', 'CK'].join('')})\\b`,
)
const registries = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['deb', 'debian', 'org'],
].map((parts) => parts.join('.'))
const machinePaths = new RegExp(
  `(?<![\\w.])(?:${['/work/', '/farm/', '/home/', '/Users/', '/mnt/'].join('|')})[\\w.-]+`,
)

/** What no kept file may hold: work left open, a registry's host, a path of one machine. */
export function unkeepable(text: string): string[] {
  return [
    ...(unfinished.exec(text) ?? []),
    ...registries.filter((host) => text.includes(host)),
    ...(machinePaths.exec(text) ?? []),
  ]
}

/** Ways for the rules to look at a clock or to throw dice. */
export function impure(source: string): string[] {
  return source.match(/\bDate\.now\b|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\b|\bcrypto\b/g) ?? []
}
