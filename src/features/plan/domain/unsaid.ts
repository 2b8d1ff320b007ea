// What a plan means that says nothing of these; without zod, so that pages can use it without carrying the schema along.

/** A plan that says nothing of it finds nothing by itself. */
export const noDetection = {
  enrollmentFailures: 'off',
  expiringCertificates: 'off',
  expiryDays: 30,
  silentDevices: 'off',
  silentDays: 30,
  serviceIncidents: 'off',
} as const
/** Of a plan that says nothing of them. */
export const usualBursts = { tickets: 5, hours: 4 } as const
