import type { Translate } from '../i18n/translate.ts'
import type { Language } from './signed-in.ts'

type Shape = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly description?: string
}
type Content = Readonly<Record<string, { readonly schema?: Shape }>>
type Operation = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema?: Shape
  }[]
  readonly requestBody?: { readonly content?: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
  readonly 'x-access'?: string | readonly string[]
}
export type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Shape>> }
}
type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** The reference as one page without scripts; what is returned puts in the nonce of an answer. */
export function referencePage(
  document: OpenApi,
  translate: Translate,
  language: Language,
): (nonce: string) => string {
  const words: Words = (key, values) => translate(language, `platform:reference.${key}`, values)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '')
  const body = [...groups].map(
    ([tag, members]) =>
      `<h2 id="${escape(tag)}">${escape(tag)}</h2>${members.map((one) => article(one, words)).join('')}`,
  )
  const schemas = Object.entries(document.components?.schemas ?? {}).map(
    ([name, shape]) => `<h3 id="schema-${escape(name)}">${escape(name)}</h3>${described(shape)}${draw(shape)}`,
  )
  const menu = [...groups.keys()].map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`)
  const [before, after] = frame(language, words('title'))
  const content = `<h1>${escape(words('title'))}</h1>
${['intro', 'keys', 'problems'].map((key) => `<p>${escape(words(key))}</p>`).join('\n')}
<p><a href="/api/openapi.json">${escape(words('document'))}</a></p>
<nav aria-label="${escape(words('contents'))}"><ul>${menu.join('')}<li><a href="#schemas">${escape(words('schemas'))}</a></li></ul></nav>
<main>${body.join('')}<h2 id="schemas">${escape(words('schemas'))}</h2>${schemas.join('')}</main>`
  return (nonce) => `${before}<style nonce="${nonce}">${style}</style>${after}${content}</body></html>`
}

function frame(language: Language, title: string): [string, string] {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>`,
    '</head><body>',
  ]
}

function article(
  { method, path, operation }: { method: string; path: string; operation: Operation },
  words: Words,
): string {
  const { summary, parameters = [], requestBody, responses = {} } = operation
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${escape(name)}</code>${required ? ' *' : ''}</td><td>${escape(where)}</td><td>${draw(schema)}</td></tr>`,
  )
  const [status, good] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['', undefined]
  return `<article><h3><span class="method">${method}</span> <code>${escape(path)}</code></h3>
${summary ? `<p>${escape(summary)}</p>` : ''}<p>${escape(words('access'))}: ${escape(accessIn(operation, words))}</p>
${rows.length > 0 ? `<h4>${escape(words('parameters'))}</h4><table>${rows.join('')}</table>` : ''}
${requestBody ? `<h4>${escape(words('body'))}</h4>${drawContent(requestBody.content)}` : ''}
<h4>${escape(words('answer'))} ${status}</h4>${drawContent(good?.content) || `<p>${escape(words('none'))}</p>`}</article>`
}

function accessIn({ 'x-access': access }: Operation, words: Words): string {
  if (access === 'anyone' || access === 'person') return words(access)
  return words('roles', { roles: typeof access === 'object' ? access.join(', ') : '' })
}

function drawContent(content: Content | undefined): string {
  return Object.entries(content ?? {})
    .map(([type, { schema }]) => `<p class="type">${escape(type)}</p>${draw(schema)}`)
    .join('')
}

/** A shape as text: a link, a table of its fields, or its kind. */
function draw(shape: Shape | undefined, depth = 0): string {
  if (!shape) return ''
  if (shape.$ref) {
    const name = shape.$ref.split('/').at(-1) ?? ''
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`
  }
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return choices.map((one) => draw(one, depth + 1)).join(' | ')
  if (shape.allOf) return shape.allOf.map((one) => draw(one, depth + 1)).join(' &amp; ')
  if (shape.enum) return shape.enum.map((one) => `<code>${escape(JSON.stringify(one))}</code>`).join(' | ')
  if ('const' in shape) return `<code>${escape(JSON.stringify(shape.const))}</code>`
  if (shape.items) return `[ ${draw(shape.items, depth + 1)} ]`
  if (shape.properties && depth < 8) return fields(shape, depth)
  const kind = typeof shape.type === 'object' ? shape.type.join(' | ') : (shape.type ?? '…')
  return `<code>${escape(kind)}</code>${shape.format ? ` (${escape(shape.format)})` : ''}`
}

function fields({ properties = {}, required = [] }: Shape, depth: number): string {
  const rows = Object.entries(properties).map(
    ([name, shape]) =>
      `<tr><td><code>${escape(name)}</code>${required.includes(name) ? ' *' : ''}</td><td>${draw(shape, depth + 1)}${described(shape)}</td></tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

function described({ description }: Shape): string {
  return description ? `<p class="type">${escape(description)}</p>` : ''
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)
}

const style = `:root{color-scheme:light dark}body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1.5rem}
code{font:.9em Consolas,ui-monospace,monospace}article{border-top:1px solid;padding:.5rem 0 1rem}h3{margin:.5rem 0;overflow-wrap:anywhere}
h4{margin:.75rem 0 .25rem}table{border-collapse:collapse;margin:.25rem 0}td{border:1px solid;padding:.25rem .5rem;vertical-align:top}
.method{font-weight:700}.type{margin:.1rem 0;opacity:.85}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
nav a{display:inline-block;min-height:24px}main{overflow-x:auto}`
