import type pg from 'pg'

/** PostgreSQL keeps a plan per statement and connection: a bound on how many is a bound on its memory. */
const mostStatements = 300
const worthNaming = 3

/**
 * Lets statements that come back be parsed and planned once per connection: measured, small transactions take about
 * two thirds of the time. What is seen only once or twice, or beyond the bound, runs as before.
 */
export function prepareRepeated(pool: pg.Pool): void {
  const nameOf = statementNames()
  pool.on('connect', (client) => {
    const plain = client.query.bind(client) as (...given: unknown[]) => unknown
    const query = (statement: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof statement === 'string' && hasValues(values) ? nameOf(statement) : undefined
      if (name === undefined) return plain(statement, values, ...rest)
      return plain({ name, text: statement, values }, ...rest)
    }
    client.query = query as typeof client.query
  })
}

/** A short name for a statement that was met often enough; undefined for others. */
export function statementNames(): (statement: string) => string | undefined {
  const met = new Map<string, number>()
  const names = new Map<string, string>()
  return (statement) => {
    const known = names.get(statement)
    if (known !== undefined || names.size >= mostStatements) return known
    const times = (met.get(statement) ?? 0) + 1
    if (times < worthNaming) {
      // Statements of ever-changing length (lists of ids) must not fill the memory of this process either.
      if (met.size > 10 * mostStatements) met.clear()
      met.set(statement, times)
      return undefined
    }
    met.delete(statement)
    const name = `s${names.size + 1}`
    names.set(statement, name)
    return name
  }
}

function hasValues(values: unknown): values is readonly unknown[] {
  return Array.isArray(values) && values.length > 0
}
