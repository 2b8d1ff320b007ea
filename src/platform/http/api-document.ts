import type { FastifyInstance } from 'fastify'

type Document = {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
  readonly [part: string]: unknown
}

/** The OpenAPI document, once all routes are registered. */
export function openApiDocument(app: FastifyInstance): Record<string, unknown> {
  return withoutUnused(withoutTwins(app.swagger() as unknown as Document))
}

/** Each schema is made as it goes in (`XInput`) and as it comes out (`X`); where these are the same, one stays. */
function withoutTwins(document: Document): Document {
  const schemas = document.components?.schemas ?? {}
  const twins = new Set(
    Object.keys(schemas).filter(
      (name) => JSON.stringify(schemas[name]) === JSON.stringify(schemas[`${name}Input`]),
    ),
  )
  const text = JSON.stringify(document).replaceAll(
    /"#\/components\/schemas\/([^"]+)Input"/g,
    (reference, name: string) => (twins.has(name) ? `"#/components/schemas/${name}"` : reference),
  )
  return JSON.parse(text) as Document
}

/** Only schemas that some route reaches are kept. */
function withoutUnused(document: Document): Document {
  const { schemas = {}, ...components } = document.components ?? {}
  const reached = new Set<string>()
  const visit = (part: unknown): void => {
    for (const name of namesIn(part)) {
      if (reached.has(name)) continue
      reached.add(name)
      visit(schemas[name])
    }
  }
  visit({ ...document, components })
  const kept = Object.entries(schemas).filter(([name]) => reached.has(name))
  const sorted = kept.toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...document, components: { ...components, schemas: Object.fromEntries(sorted) } }
}

function namesIn(part: unknown): string[] {
  const text = JSON.stringify(part) ?? ''
  return [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
}
