import type { Retention } from '../document/process.ts'

/** Two years for what is learnt from, a quarter for raw mail, a year for screenshots and logs. */
export const starterRetention: Retention = { closedTicketDays: 730, rawMailDays: 90, attachmentDays: 365 }
