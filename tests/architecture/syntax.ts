import { parseSync } from '@swc/core'

/** A node of the syntax tree of `@swc/core`, read without its many types. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Parses as TSX, and where that cannot be (`async <T>() => …`) as TypeScript. */
export function parse(source: string): Node {
  const read = (tsx: boolean): unknown => parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' })
  let tree: unknown
  try {
    tree = read(true)
  } catch {
    tree = read(false)
  }
  if (!isNode(tree)) throw new Error('swc gave no tree')
  return tree
}

/** The nodes directly below a node. swc wraps arguments as `{ spread, expression }`, without a type: those are opened. */
export function below(node: Readonly<Record<string, unknown>>): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .flatMap((value) => {
      if (isNode(value)) return [value]
      return typeof value === 'object' && value !== null && 'expression' in value
        ? below({ one: value.expression })
        : []
    })
}

/** Visits every node from the top; where `visit` answers false, what lies below is left out. */
export function walk(node: Node, visit: (node: Node) => boolean | undefined): void {
  if (visit(node) === false) return
  for (const child of below(node)) walk(child, visit)
}

export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `log.info` for a call of log.info(…), `Error` for new Error(…), `translate` for translate(…). */
export function calleeOf(node: Node): string {
  const callee = node['callee']
  if (!isNode(callee)) return ''
  if (callee.type === 'Identifier') return wordsOf(callee['value'])
  if (callee.type !== 'MemberExpression') return ''
  const parts = [callee['object'], callee['property']].filter(isNode)
  return parts
    .map((part) =>
      wordsOf(part['value']) !== '' ? wordsOf(part['value']) : calleeOf({ type: 'CallExpression', callee: part }),
    )
    .join('.')
}

/** Fixed parts of a template literal. */
export function quasisOf(node: Node): string[] {
  const quasis = node['quasis']
  return Array.isArray(quasis) ? quasis.filter(isNode).map((one) => wordsOf(one['cooked'])) : []
}
