import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What the library writes of the moment and by chance, such as dates and names of links, made the same for the same document. */
export function sameBytes(docx: Uint8Array, day: string): Uint8Array {
  const files = unzipSync(docx)
  const paths = Object.keys(files).toSorted()
  const texts = new Map(
    paths
      .filter((path) => /[.](?:xml|rels)$/.test(path))
      .map((path) => [path, strFromU8(files[path] ?? new Uint8Array())]),
  )
  const core = texts.get('docProps/core.xml')
  if (core !== undefined)
    texts.set(
      'docProps/core.xml',
      core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`),
    )
  for (const [path, text] of texts) {
    const links = path.replace(/([^/]+)$/, '_rels/$1.rels')
    const relations = texts.get(links)
    if (relations === undefined) continue
    const named = renamer()
    texts.set(path, named(text))
    texts.set(links, named(relations))
  }
  const entries = paths.map((path) => {
    const text = texts.get(path)
    return [path, text === undefined ? (files[path] ?? new Uint8Array()) : strToU8(text)] as const
  })
  // The oldest day that a ZIP file can name; what it was packed on says nothing.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 })
}

function renamer(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) =>
    text.replace(/\brId(?!\d+")([\w-]{21})(?=")/g, (given) => {
      const known = names.get(given)
      if (known !== undefined) return known
      const name = `rIdLink${names.size + 1}`
      names.set(given, name)
      return name
    })
}
