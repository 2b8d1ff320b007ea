/** Tiers as they are coloured on every page: number, lines and tint, 1 to 4. */
export const tierInks = ['#1b5aa6', '#7a3fae', '#96470b', '#0b6b62'] as const
export const tierTints = ['#edf4fc', '#f6effb', '#fcf2e9', '#e9f6f4'] as const
