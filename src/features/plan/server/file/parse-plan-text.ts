import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
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
const valuesAtMost = 100_000
const coreTag = /^tag:yaml[.]org,2002:(?:str|int|float|bool|null|map|seq)$/

type PositionOf = (place: Place, at?: 'name' | 'value') => Position

export type ParsedText =
  | {
      readonly ok: true
      readonly value: unknown
      /** Where a place's value stands, or its name; of what is missing, where it should have been. */
      readonly positionOf: PositionOf
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
    logLevel: 'error',
  })
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const broken = syntaxErrors(document, source, positionAt)
  if (broken.length > 0) return { ok: false, errors: broken }
  const anchors = anchorsIn(document)
  const { value, errors } = unfold(document.contents, anchors, (node) => positionAt(startOf(node) ?? 0))
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    value,
    positionOf: (place, at = 'value') => positionAt(offsetOf(document.contents, place, at, anchors) ?? 0),
  }
}

type Anchors = ReadonlyMap<string, Node>

function anchorsIn(document: ReturnType<typeof parseDocument>): Anchors {
  const anchors = new Map<string, Node>()
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  return anchors
}

const startOf = (node: unknown) => (node as Node | null | undefined)?.range?.[0]
const nameOf = (key: unknown) =>
  isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : null

function offsetOf(root: Node | null, place: Place, at: 'name' | 'value', anchors: Anchors): number | undefined {
  let [node, offset]: [unknown, number | undefined] = [root, startOf(root)]
  for (const [index, part] of place.entries()) {
    if (isAlias(node)) node = anchors.get(node.source)
    if (!isCollection(node)) return offset
    const item: unknown = isMap(node)
      ? node.items.find(({ key }) => nameOf(key) === String(part))
      : node.items[Number(part)]
    if (item === undefined) return offset
    node = isPair(item) ? item.value : item
    const name = isPair(item) ? startOf(item.key) : undefined
    const isLast = index === place.length - 1
    // What something is missing from is found by its name; a value by itself.
    offset = isLast && at === 'value' ? (startOf(node) ?? name) : (name ?? startOf(node))
  }
  return offset
}

type Unfolded = { readonly value: unknown; readonly errors: readonly FileError[] }

/** Plain data from the parsed nodes. Aliases are written out, within bounds: a small file can name an endless one. */
function unfold(root: Node | null, anchors: Anchors, positionOf: (node: unknown) => Position): Unfolded {
  const errors: FileError[] = []
  let values = 0
  const refuse = (node: unknown, place: Place, code: FileErrorCode, more: FileErrorValues = {}) => {
    errors.push({ ...positionOf(node), field: fieldName(undefined, place), code, values: more })
    return null
  }

  const valueOf = (node: Node | null, place: Place): unknown => {
    values += 1
    if (values === valuesAtMost) return refuse(node, [], 'too-much')
    if (node === null || values > valuesAtMost) return null
    if (place.length > deepest) return refuse(node, [], 'too-deep')
    if (isAlias(node)) {
      const target = anchors.get(node.source)
      return target ? valueOf(target, place) : refuse(node, place, 'alias-unknown', { name: node.source })
    }
    if (node.tag !== undefined && !coreTag.test(node.tag)) {
      return refuse(node, place, 'tag-unknown', { tag: node.tag })
    }
    if (isSeq(node)) return node.items.map((item, at) => entryOf(item, [...place, at]))
    if (isMap(node)) return fieldsOf(node, place)
    return isScalar(node) ? node.value : null
  }

  const entryOf = (item: unknown, place: Place): unknown =>
    isPair(item) ? refuse(item.key, place, 'key-not-text') : valueOf(item as Node | null, place)

  const fieldsOf = (map: YAMLMap, place: Place): unknown => {
    const first = new Map<string, unknown>()
    const fields = map.items.flatMap(({ key, value }): [string, unknown][] => {
      const name = nameOf(key)
      if (name === null) return [['', refuse(key ?? map, place, 'key-not-text')]]
      const inside = [...place, name]
      if (first.has(name)) {
        const { line } = positionOf(first.get(name))
        return [[name, refuse(key, inside, 'duplicate-key', { key: name, line })]]
      }
      first.set(name, key)
      return [[name, valueOf(value as Node | null, inside)]]
    })
    return Object.fromEntries(fields)
  }

  return { value: valueOf(root, []), errors }
}
