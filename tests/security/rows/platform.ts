import type { filesContract } from '#platform/files/contract.ts'
import type { liveContract } from '#platform/live/contract.ts'
import * as made from '../fixtures.ts'
import { anybody, everybody, none, noAsk, type Row, type Rows } from '../outcomes.ts'

export const fileRows: Rows<typeof filesContract> = {
  'POST /api/v1/files': {
    ask: () => ({ upload: { name: 'a.txt', bytes: Buffer.from('a log') } }),
    outcomes: everybody('201'),
  },
  'GET /api/v1/files/:id': {
    ask: async (world) => {
      const id = await made.fileOn(world, world.home, world.home.people.ada.id)
      await made.ticket(world, { files: [id] })
      return { params: { id } }
    },
    outcomes: everybody('200', { otherRequester: 'not-found', ...none }),
  },
}

export const liveRows: Rows<typeof liveContract> = {
  'GET /api/v1/live': { ask: noAsk, outcomes: everybody('200') },
}

export const openRows: Readonly<Record<string, Row>> = {
  'GET /health/live': { ask: noAsk, outcomes: anybody('200') },
  'GET /health/ready': { ask: noAsk, outcomes: anybody('200') },
  'GET /api': { ask: noAsk, outcomes: anybody('200') },
  'GET /api/openapi.json': { ask: noAsk, outcomes: anybody('200') },
}
