import { z } from 'zod'

export const FileView = z
  .object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int() })
  .meta({ id: 'File', description: 'An uploaded file; its type follows from its content' })

export const filesContract = {
  'POST /api/v1/files': {
    access: 'person',
    summary: 'Upload one file of at most 25 MB, in a part named `file`; refer to it within a day',
    form: 'upload',
    answer: FileView,
    status: 201,
    practice: 'open',
    rate: { max: 120, seconds: 60 },
  },
  'GET /api/v1/files/:id': {
    access: 'person',
    summary: 'Download a file; `show` gives a picture that a page can show',
    params: z.object({ id: z.uuid() }),
    query: z.object({ show: z.stringbool().default(false) }),
    form: 'bytes',
  },
} as const
