// Every closed list of the plan, without zod, so that pages can use them without carrying the schema along.

export const platforms = ['ios', 'android', 'windows', 'macos', 'linux'] as const
/** 1 is the most urgent. */
export const priorities = [1, 2, 3, 4] as const
export const levels = ['high', 'medium', 'low'] as const
export const ticketKinds = ['incident', 'request'] as const

export const contractKinds = ['included', 'premium', 'partner', 'other'] as const
export const improvedFigures = [
  'solved-at-tier-1',
  'hours-to-cause',
  'hours-to-resolve',
  'satisfaction',
  'bounces',
] as const

export const evidenceKinds = [
  'text',
  'choice',
  'code',
  'screenshot',
  'log',
  'device-snapshot',
  'steps-tried',
] as const
export const evidenceSources = [
  'device-snapshot',
  'enrollment-failure',
  'codes-in-text',
  'earlier-tickets',
] as const
export const wayDowns = ['together', 'step-by-step'] as const

export const noticeMoments = [
  'opened',
  'replied',
  'asked',
  /** The requester wrote. */
  'answered',
  'escalated',
  'sent-back',
  'assigned',
  'diagnosed',
  'handed-down',
  'question-on-solution',
  'contacted',
  'resolved',
  'closed',
  'reopened',
  'target-at-risk',
  'target-missed',
  'waiting-over',
] as const
export const noticeReceivers = [
  'requester',
  'followers',
  'assignee',
  'tier',
  'tier-lead',
  'trail',
  'diagnoser',
] as const
export const noticeChannels = ['mail', 'desk'] as const

export const audiences = ['leads', 'members', 'everyone'] as const
export const agendaForms = ['theory', 'practice', 'questions'] as const
export const planChangeKinds = ['process', 'evidence', 'categories', 'targets', 'tools'] as const

export const phaseModes = ['bridge', 'tiered'] as const
export const readinessFigures = [
  'certified-agents',
  'support-cover',
  'commitments-met',
  'open-tickets-previous-wave',
  'solved-at-tier-1',
  'target-attainment',
  'forecast-attainment',
  'satisfaction',
] as const
/** What the desk can say about bridges: shares in percent, times in hours, causes in number. */
export const bridgeExitFigures = [
  'solved-at-tier-1',
  'cleared-on-bridge',
  'hours-to-cause',
  'open-on-bridge',
  'target-attainment',
] as const
export const comparisons = ['at-least', 'at-most'] as const

/** What Tierwise looks for in Intune by itself. */
export const detections = [
  'enrollment-failures',
  'expiring-certificates',
  'silent-devices',
  'service-incidents',
] as const
/** What comes of it: a ticket for whom it concerns, a hint for those who work tickets, or nothing. */
export const detectionAnswers = ['ticket', 'hint', 'off'] as const
/** What the desk can have Intune do to a device. */
export const deviceActions = [
  'sync',
  'restart',
  'collect-diagnostics',
  'lock',
  'reset-passcode',
  'locate',
  'retire',
  'wipe',
] as const
/** These reach what is somebody's own: the caller is identified and a purpose is given, always. */
export const intrusiveDeviceActions = ['reset-passcode', 'locate', 'retire', 'wipe'] as const
