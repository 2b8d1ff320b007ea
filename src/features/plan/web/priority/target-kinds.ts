/** The targets of a tier, and those of the whole ticket, in the order in which they fall due. */
export const tierTargets = ['acknowledge', 'work', 'takeNote'] as const
export const overallTargets = ['contact', 'resolve'] as const

export type TargetKind = (typeof tierTargets)[number] | (typeof overallTargets)[number]
