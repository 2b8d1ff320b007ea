import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../database/id.ts'
import { typeByContent } from './type-by-content.ts'

/** Bytes that are safely on the disk, found by what they are. */
export type Blob = { readonly sha256: string; readonly size: number; readonly type: string }

type Folder = { readonly dataFolder: string }

/** `file-type` looks no further into a file. */
const headBytes = 4_100

/** Writes bytes under their hash. When it returns they survive a crash of the machine. */
export async function storeBlob(platform: Folder, bytes: AsyncIterable<Uint8Array> | Uint8Array): Promise<Blob> {
  const incoming = join(platform.dataFolder, 'files', 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const path = join(incoming, newId())
  try {
    const { sha256, size, head } = await writeDown(path, bytes)
    await putInPlace(platform, path, sha256)
    return { sha256, size, type: await typeByContent(head) }
  } finally {
    await rm(path, { force: true })
  }
}

export type FlushedFile = { readonly path: string; readonly sha256: string; readonly size: number }

/** The same for a file of our own that lies whole and flushed on the disk: it is taken over, its bytes are not written again. */
export async function takeOverFile(platform: Folder, { path, sha256, size }: FlushedFile): Promise<Blob> {
  const type = await typeByContent(await headOf(path))
  try {
    await putInPlace(platform, path, sha256)
  } catch (error) {
    // It lies on another disk.
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return storeBlob(platform, createReadStream(path))
    throw error
  }
  return { sha256, size, type }
}

async function putInPlace(platform: Folder, path: string, sha256: string): Promise<void> {
  const target = blobPath(platform, sha256)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  // Also over a file that is there: the clean-up knows by its age that this one is in use.
  await rename(path, target)
  await flushFolder(dirname(target))
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export function openBlob(platform: Folder, sha256: string): ReadStream {
  return createReadStream(blobPath(platform, sha256))
}

export function blobPath({ dataFolder }: Folder, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2))
}

async function writeDown(path: string, bytes: AsyncIterable<Uint8Array> | Uint8Array) {
  const hash = createHash('sha256')
  const head: Uint8Array[] = []
  let size = 0
  const note = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const file = await open(path, 'wx', 0o600)
  try {
    await pipeline(bytes instanceof Uint8Array ? [bytes] : bytes, note, intoFile(file))
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) }
}

function intoFile(file: FileHandle): (bytes: AsyncIterable<Uint8Array>) => Promise<void> {
  return async (bytes) => {
    for await (const chunk of bytes) await file.writeFile(chunk)
  }
}

/** A file's name is only safe once its folder has been written. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
