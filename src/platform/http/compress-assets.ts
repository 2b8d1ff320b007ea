import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = /\.(?:js|css|svg|json|wasm|html)$/

/** Puts a `.br` and a `.gz` beside every asset that has none yet; the server sends those to browsers that take them. */
export async function compressAssets(folder: string): Promise<void> {
  const names = new Set(await readdir(folder))
  for (const name of names) {
    if (!compressible.test(name) || names.has(`${name}.br`)) continue
    const path = join(folder, name)
    const bytes = await readFile(path)
    await writeWhole(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    await writeWhole(`${path}.br`, await promisify(brotliCompress)(bytes, { params }))
  }
}

/** Nobody may be sent half of it. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}
