import { ApiProblem, type ProblemBody, Unreachable } from '../api/problem.ts'

/** A file that the server has; a form sends its id. */
export type UploadedFile = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** Sends one file. `fetch` cannot tell how far it is, `XMLHttpRequest` can. */
export function upload(
  file: File,
  name: string,
  key: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    request.responseType = 'text'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && answer) resolve(asUploaded(answer, file, name))
      else reject(new ApiProblem(request.status, (answer as ProblemBody | null) ?? {}))
    }
    request.onerror = () => reject(new Unreachable('The file could not be sent'))
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file, name)
    request.send(form)
  })
}

function asUploaded(answer: object, file: File, name: string): UploadedFile {
  const { id } = answer as Partial<UploadedFile>
  if (typeof id !== 'string') throw new Error('The server did not say which file it kept')
  return { name, size: file.size, type: file.type, ...answer, id }
}

function parse(text: string): object | null {
  try {
    return JSON.parse(text) as object | null
  } catch {
    return null
  }
}
