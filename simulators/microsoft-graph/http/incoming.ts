import type { Call } from './call.ts'

/** A call before it is known whose it is and where it leads. */
export type Incoming = Omit<Call, 'at' | 'clientId'>
