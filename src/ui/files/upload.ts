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
    const httpRequest = new XMLHttpRequest()
    httpRequest.open('POST', '/api/v1/files')
    httpRequest.setRequestHeader('accept', 'application/json')
    httpRequest.setRequestHeader('idempotency-key', key)
    httpRequest.responseType = 'text'
    httpRequest.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    httpRequest.onload = () => {
      const answer = parse(httpRequest.responseText)
      if (httpRequest.status >= 200 && httpRequest.status < 300 && answer) resolve(asUploaded(answer, file, name))
      else reject(new ApiProblem(httpRequest.status, (answer as ProblemBody | null) ?? {}))
    }
    httpRequest.onerror = () => reject(new Unreachable('The file could not be sent'))
    httpRequest.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    signal.addEventListener('abort', () => httpRequest.abort(), { once: true })
    const form = new FormData()
    form.append('file', file, name)
    httpRequest.send(form)
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
