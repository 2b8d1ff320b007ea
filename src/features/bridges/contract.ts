import { agendaRoutes } from './contract/agenda.ts'
import { figureRoutes } from './contract/figures.ts'
import { meetingRoutes } from './contract/meetings.ts'
import { minutesRoutes } from './contract/minutes.ts'
import { noteRoutes } from './contract/notes.ts'
import { roomRoutes } from './contract/room.ts'

/** The routes of this feature. */
export const bridgeContract = {
  ...meetingRoutes,
  ...agendaRoutes,
  ...figureRoutes,
  ...roomRoutes,
  ...noteRoutes,
  ...minutesRoutes,
} as const
