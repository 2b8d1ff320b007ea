import type { Route } from '../http/routes.ts'
import { detectedAppRoutes } from './detected-apps.ts'
import { deviceActionRoutes } from './device-actions.ts'
import { deviceRoutes } from './devices.ts'
import { enrollmentRoutes } from './enrollment.ts'
import { groupRoutes } from './groups.ts'
import { healthRoutes } from './health.ts'
import { mailRoutes } from './mail.ts'
import { meetingRoutes } from './meetings.ts'
import { sendMailRoutes } from './send-mail.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { troubleshootingRoutes } from './troubleshooting.ts'
import { userRoutes } from './users.ts'

/** Every path of Graph that the simulator answers. */
export const routes: readonly Route[] = [
  ...userRoutes,
  ...groupRoutes,
  ...deviceRoutes,
  ...deviceActionRoutes,
  ...detectedAppRoutes,
  ...troubleshootingRoutes,
  ...enrollmentRoutes,
  ...healthRoutes,
  ...meetingRoutes,
  ...mailRoutes,
  ...sendMailRoutes,
  ...subscriptionRoutes,
]
