import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Place } from '../../domain/check/finding.ts'
import {
  type FileError,
  type FileErrorCode,
  type FileErrorValues,
  fieldName,
  type Position,
} from './file-error.ts'
import { syntaxErrors } from './syntax-errors.ts'
import { textErrors } from './text-errors.ts'

/** Bounds of what a file may unfold to; the starter plan has some 3,000 values, eight deep. */
const deepest = 40
const valuesAtMost = 250_000

type Ranged = { readonly range?: readonly [number, number, number] | null | undefined }
type Placed = { readonly name: Ranged | null; readonly value: Ranged }

export type ParsedText =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where a place's value stands, or its name; of what is missing, where it should have been. */
      readonly positionOf: (place: Place, at?: 'name' | 'value') => Position
    }
  | { readonly ok: false; readonly errors: readonly FileError[] }

/** YAML 1.2 (core schema), of which JSON is a part: one document of plain data, of which every value's position is known. */
export function parsePlanText(text: string): ParsedText {
  const unreadable = textErrors(text)
  if (unreadable.length > 0) return { ok: false, errors: unreadable }
  const source = text.replace(/^\uFEFF/, '')
  const lineCounter = new LineCounter()
  const document = parseDocument(source, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const broken = syntaxErrors(document, source, positionAt)
  if (broken.length > 0) return { ok: false, errors: broken }
  const placed = new Map<string, Placed>()
  const { value, errors } = unfold(document.contents, placed, positionAt, (alias) =>
    isAlias(alias) ? alias.resolve(document) : undefined,
  )
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    value,
    positionOf: (place, at = 'value') => {
      for (let length = place.length; length >= 0; length -= 1) {
        const found = placed.get(JSON.stringify(place.slice(0, length)))
        const node = found && ((at === 'name' || length < place.length ? found.name : null) ?? found.value)
        if (node?.range) return positionAt(node.range[0])
      }
      return { line: 1, column: 1 }
    },
  }
}

type Unfolded = { readonly value: unknown; readonly errors: readonly FileError[] }

/** Plain data from the parsed nodes. Aliases are written out, within bounds: a small file can name an endless one. */
function unfold(
  root: Node | null,
  placed: Map<string, Placed>,
  positionAt: (offset: number) => Position,
  resolve: (node: Node) => Node | undefined,
): Unfolded {
  const errors: FileError[] = []
  let values = 0
  const refuse = (node: Ranged | null, place: Place, code: FileErrorCode, more: FileErrorValues = {}) => {
    const field = fieldName(undefined, place)
    errors.push({ ...positionAt(node?.range?.[0] ?? 0), field, code, values: more })
    return null
  }

  const valueOf = (node: Node | null, name: Ranged | null, place: Place, depth: number): unknown => {
    values += 1
    if (values > valuesAtMost) return values === valuesAtMost + 1 ? refuse(node, place, 'too-much') : null
    if (node === null) return null
    placed.set(JSON.stringify(place), { name, value: node })
    if (depth > deepest) return refuse(node, place, 'too-deep')
    if (isAlias(node)) {
      const target = resolve(node)
      if (!target) return refuse(node, place, 'alias-unknown', { name: node.source })
      const value = valueOf(target, name, place, depth + 1)
      placed.set(JSON.stringify(place), { name, value: node })
      return value
    }
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      return refuse(node, place, 'tag-unknown', { tag: node.tag })
    }
    if (isSeq(node)) return node.items.map((item, at) => entryOf(item, [...place, at], depth + 1))
    if (isMap(node)) return mapOf(node, place, depth)
    return isScalar(node) ? node.value : null
  }

  const entryOf = (item: unknown, place: Place, depth: number): unknown =>
    isPair(item)
      ? refuse(item.key as Ranged, place, 'key-not-text')
      : valueOf(item as Node | null, null, place, depth)

  const mapOf = (map: YAMLMap, place: Place, depth: number): unknown => {
    const first = new Map<string, Ranged>()
    const fields = map.items.flatMap(({ key, value }): [string, unknown][] => {
      if (!isScalar(key)) return [['', refuse((key ?? map) as Ranged, place, 'key-not-text')]]
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
      const inside = [...place, name]
      const earlier = first.get(name)
      if (earlier) {
        const { line } = positionAt(earlier.range?.[0] ?? 0)
        return [[name, refuse(key, inside, 'duplicate-key', { key: name, line })]]
      }
      first.set(name, key)
      if (value === null || value === undefined) placed.set(JSON.stringify(inside), { name: key, value: key })
      return [[name, valueOf(value as Node | null, key, inside, depth + 1)]]
    })
    return Object.fromEntries(fields)
  }

  const value = valueOf(root, null, [], 0)
  return { value, errors }
}
