import { type Node, parse, quasisOf, walk, wordsOf } from '../syntax.ts'
import { type Catalogue, stemOf } from './catalogues.ts'

/** What code says that may be a key: literals, and literals with gaps (`move.${kind}.title`). */
export type Said = { readonly literals: ReadonlySet<string>; readonly patterns: readonly RegExp[] }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const letters = (text: string) => text.replace(/\P{L}/gu, '').length

/** A pattern says something when it starts with a word, or holds a word and a dot. */
function patternOf(parts: readonly string[]): RegExp[] {
  const [first = '', ...others] = parts
  const whole = parts.join('')
  if (letters(first) < 3 && !(whole.includes('.') && letters(whole) >= 3)) return []
  return [new RegExp(`^${[first, ...others].map(escaped).join('[^:]+')}$`)]
}

function concatenated(node: Node): string[] {
  const left = node['left'] as Node
  return node['operator'] === '+' && left.type === 'StringLiteral' ? [wordsOf(left['value']), ''] : []
}

export function saidBy(sources: readonly string[]): Said {
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  for (const source of sources) {
    walk(parse(source), (node) => {
      if (node.type === 'StringLiteral') literals.add(wordsOf(node['value']))
      if (node.type === 'TemplateLiteral') {
        const parts = quasisOf(node)
        if (parts.length === 1) literals.add(parts[0] ?? '')
        else patterns.push(...patternOf(parts))
      }
      if (node.type === 'BinaryExpression') patterns.push(...patternOf(concatenated(node)))
      return true
    })
  }
  return { literals, patterns }
}

/** Keys that no code can be asking for. */
export function unusedKeys({ namespace, en }: Catalogue, { literals, patterns }: Said): string[] {
  const stems = new Set([...en.keys()].map(stemOf))
  const nested = new Set([...en.values()].flatMap((words) => words.match(/(?<=\$t\()[^,)]+/g) ?? []))
  return [...stems]
    .filter((key) => {
      const names = [key, `${namespace}:${key}`]
      return !names.some(
        (name) => literals.has(name) || nested.has(name) || patterns.some((pattern) => pattern.test(name)),
      )
    })
    .map((key) => `${namespace}:${key}`)
}

/** Full keys (`tickets:mail.subject`) that code asks for and no catalogue has. */
export function missingKeys(catalogues: readonly Catalogue[], { literals }: Said): string[] {
  const known = new Set(
    catalogues.flatMap(({ namespace, en }) =>
      [...en.keys()].flatMap((key) => [`${namespace}:${key}`, `${namespace}:${stemOf(key)}`]),
    ),
  )
  const full = new RegExp(
    `^(?:${catalogues.map((one) => one.namespace).join('|')}):[A-Za-z][\\w-]*(?:[.][\\w-]+)*$`,
  )
  return [...literals].filter((literal) => full.test(literal) && !known.has(literal))
}
