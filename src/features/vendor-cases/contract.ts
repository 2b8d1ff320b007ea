import { z } from 'zod'
import { CaseLine, CaseView, Id, PacketView, staff, TicketCases, workers } from './contract/answers.ts'
import {
  AcceptInput,
  AnsweredInput,
  ChangePacketInput,
  DetailsInput,
  MakePacketInput,
  NextInput,
  OpenCaseInput,
  PreviewInput,
  WriteInput,
} from './contract/inputs.ts'

const one = z.object({ id: Id })
const ofTicket = z.object({ ticketId: Id })

/** The routes of this feature. */
export const vendorCaseContract = {
  'GET /api/v1/vendor-cases': {
    access: staff,
    summary: 'Cases at the vendor, newest first',
    query: z.object({ state: z.enum(['open', 'all']).default('open') }),
    answer: z.strictObject({ cases: z.array(CaseLine) }),
  },
  'GET /api/v1/vendor-cases/tickets/:ticketId': {
    access: staff,
    summary: 'The cases of a ticket, and how one is opened',
    params: ofTicket,
    answer: TicketCases,
  },
  'POST /api/v1/vendor-cases/tickets/:ticketId/preview': {
    access: workers,
    summary: 'What a case of this ticket would say, and what of it is hidden',
    params: ofTicket,
    body: PreviewInput,
    answer: PacketView,
    unkeyed: true,
  },
  'POST /api/v1/vendor-cases/tickets/:ticketId': {
    access: workers,
    summary: 'Opens a case at the vendor: the ticket waits for it',
    params: ofTicket,
    body: OpenCaseInput,
    status: 201,
    answer: CaseView,
  },
  'GET /api/v1/vendor-cases/:id': {
    access: staff,
    summary: 'A case: its clock, its packet, what was written',
    params: one,
    answer: CaseView,
  },
  'PUT /api/v1/vendor-cases/:id/details': {
    access: workers,
    summary: 'The case number and whom the vendor put on it',
    params: one,
    body: DetailsInput,
    answer: CaseView,
  },
  'PUT /api/v1/vendor-cases/:id/next': {
    access: workers,
    summary: 'What happens next, by whom and by when',
    params: one,
    body: NextInput,
    answer: CaseView,
  },
  'PUT /api/v1/vendor-cases/:id/packet': {
    access: workers,
    summary: 'Writes parts of the packet otherwise, or shows what is hidden, with the reason',
    params: one,
    body: ChangePacketInput,
    answer: CaseView,
  },
  'POST /api/v1/vendor-cases/:id/packets': {
    access: workers,
    summary: 'Makes the packet as text, PDF or zip, and keeps its bytes and their hash',
    params: one,
    body: MakePacketInput,
    status: 201,
    answer: z.strictObject({ id: Id, sha256: z.string(), size: z.int(), text: z.string().nullable() }),
    unkeyed: true,
  },
  'GET /api/v1/vendor-cases/:id/packets/:packetId': {
    access: staff,
    summary: 'A packet as it was made',
    params: z.object({ id: Id, packetId: Id }),
    form: 'bytes',
  },
  'POST /api/v1/vendor-cases/:id/mails': {
    access: workers,
    summary: 'Writes to the vendor from the address of the case',
    params: one,
    body: WriteInput,
    answer: CaseView,
  },
  'POST /api/v1/vendor-cases/:id/mails/preview': {
    access: workers,
    summary: 'How the vendor would read a mail: what of it is replaced',
    params: one,
    body: WriteInput,
    answer: z.strictObject({ text: z.string(), hidden: z.int(), secrets: z.int() }),
    unkeyed: true,
  },
  'POST /api/v1/vendor-cases/:id/addresses': {
    access: workers,
    summary: 'Says that an address belongs to the vendor',
    params: one,
    body: AcceptInput,
    answer: CaseView,
  },
  'GET /api/v1/vendor-cases/:id/files/:fileId': {
    access: staff,
    summary: 'A file that came by mail of the vendor',
    params: z.object({ id: Id, fileId: Id }),
    form: 'bytes',
  },
  'POST /api/v1/vendor-cases/:id/answered': {
    access: workers,
    summary: 'Takes the answer: the ticket goes on at its owner’s tier',
    params: one,
    body: AnsweredInput,
    answer: CaseView,
  },
  'POST /api/v1/vendor-cases/:id/close': {
    access: workers,
    summary: 'Nothing more is asked of the vendor',
    params: one,
    answer: CaseView,
  },
} as const
