import type { FastifyInstance } from 'fastify'
import { bridgePlanListener } from '#features/bridges/server/hear-plans.ts'
import { bridgeListener } from '#features/bridges/server/hear-tickets.ts'
import { bridgeJobs, bridgeSchedule } from '#features/bridges/server/jobs.ts'
import { slowBridgeJobs } from '#features/bridges/server/minutes/send-job.ts'
import { bridgeNotices } from '#features/bridges/server/proposal-notices.ts'
import { bridgeRoutes } from '#features/bridges/server/routes.ts'
import type { BridgeServices } from '#features/bridges/server/services.ts'
import { forecastRoutes } from '#features/forecast/server/routes.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { mailboxRoutes } from '#features/mailboxes/server/routes.ts'
import { type NoticeTellers, noticeRoutes } from '#features/notices/server/routes.ts'
import { jobs as peopleJobs, schedule as peopleSchedule } from '#features/people/server/jobs.ts'
import { servePeople } from '#features/people/server/routes.ts'
import type { PeopleServices } from '#features/people/server/services.ts'
import { holidayCountries } from '#features/plan/domain/holiday-countries.ts'
import { type PlanListener, placeStarterPlan } from '#features/plan/server/actions.ts'
import { slowPlanJobs } from '#features/plan/server/jobs.ts'
import { planJobs } from '#features/plan/server/listeners.ts'
import { planRoutes } from '#features/plan/server/routes.ts'
import { mailLink } from '#features/portal/server/mail-link.ts'
import { portalRoutes } from '#features/portal/server/routes.ts'
import { rolloutNotices } from '#features/rollout/server/notices.ts'
import { mayReadCommitmentFile } from '#features/rollout/server/commitment-files.ts'
import { rolloutJobs, rolloutSchedule } from '#features/rollout/server/jobs.ts'
import { rolloutRoutes } from '#features/rollout/server/routes.ts'
import { ticketFindingListener } from '#features/tickets/server/hear-findings.ts'
import { mayReadTicketFile } from '#features/tickets/server/attach-files.ts'
import type { TicketListener } from '#features/tickets/server/actions.ts'
import { ticketJobs } from '#features/tickets/server/jobs.ts'
import type { MailServices } from '#features/tickets/server/mails.ts'
import { ticketNotices } from '#features/tickets/server/notices.ts'
import { ticketRoutes } from '#features/tickets/server/routes.ts'
import { trainingJobs, trainingSchedule } from '#features/training/server/jobs.ts'
import { practiceListener } from '#features/training/server/practice/play.ts'
import { retrainingListener } from '#features/training/server/retraining/ask.ts'
import { trainingNotices } from '#features/training/server/retraining/notices.ts'
import { trainingRoutes } from '#features/training/server/routes.ts'
import { tenantJobs, tenantSchedule } from '#features/tenant/server/jobs.ts'
import { channelFindingListener, channelListener } from './channel-cards.ts'
import { teamsMeetings } from './teams-meetings.ts'
import { deliverCard } from '#features/tenant/server/channels/deliver.ts'
import { tenantRoutes } from '#features/tenant/server/routes.ts'
import type { TenantServices } from '#features/tenant/server/services.ts'
import { deviceServices } from './device-services.ts'
import { deviceActionJobs, deviceJobs, deviceSchedule, slowDeviceJobs } from '#features/devices/server/jobs.ts'
import type { FindingListener } from '#features/devices/server/actions.ts'
import { detectionJobs } from '#features/devices/server/detection/jobs.ts'
import { deviceNotices } from '#features/devices/server/notices.ts'
import { deviceRoutes } from '#features/devices/server/routes.ts'
import { triageJobs, triageSchedule } from '#features/triage/server/jobs.ts'
import { evidenceServices } from '#features/triage/server/evidence.ts'
import { triageNotices } from '#features/triage/server/ask-leads.ts'
import { triageListener } from '#features/triage/server/hear-tickets.ts'
import { triageRoutes } from '#features/triage/server/routes.ts'
import { vendorCorrespondence } from '#features/vendor-cases/server/correspondence.ts'
import { vendorCaseListener } from '#features/vendor-cases/server/hear-tickets.ts'
import { vendorCaseJobs, vendorCaseSchedule } from '#features/vendor-cases/server/jobs.ts'
import { vendorCaseNotices } from '#features/vendor-cases/server/tell-keepers.ts'
import { vendorCaseRoutes } from '#features/vendor-cases/server/routes.ts'
import { knowledgeJobs, knowledgeSchedule } from '#features/knowledge/server/jobs.ts'
import { knowledgeNotices } from '#features/knowledge/server/notices.ts'
import { knowledgeRoutes } from '#features/knowledge/server/routes.ts'
import type { MayReadFile } from '#platform/files/routes.ts'
import { platformJobs, platformSchedule } from '#platform/jobs/platform-jobs.ts'
import type { WorkerSetup } from '#platform/jobs/worker.ts'
import { type Deliverer, deliverJob } from '#platform/outbox/deliver.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { planServices } from './plan-services.ts'
import { deliverMail, mailJobs, mailSchedule, parsePool } from './mail.ts'

const peopleServices: PeopleServices = {
  place: {
    countries: () => Promise.resolve(holidayCountries),
    choose: async (tx, { name, timeZone }, country) => {
      await placeStarterPlan(tx, { owner: name, timeZone, country })
    },
  },
  mail: {
    isSetUp: mailIsSetUp,
    send: async (platform, tx, { to, name, ...mail }) => {
      await putMail(platform, tx, {
        ...mail,
        to: { name, address: to },
        links: [],
        automatic: true,
        ticketId: null,
        files: [],
      })
    },
  },
}

const tenantServices: TenantServices = { mailIsSetUp }

const bridgeServices: BridgeServices = { mailIsSetUp, meetings: teamsMeetings }

export const ticketMail: MailServices = {
  isSetUp: mailIsSetUp,
  requesterLink: (platform, visit) => mailLink(platform, platform.clock.now(), visit),
}

/** Who may read a file that is not their own, because of what it is attached to. */
export const fileReaders: readonly MayReadFile[] = [mayReadTicketFile, mayReadCommitmentFile]

/** Who shows what the bell tells of, by the feature that tells. */
const noticeTellers: NoticeTellers = {
  tickets: ticketNotices,
  devices: deviceNotices,
  knowledge: knowledgeNotices,
  'vendor-cases': vendorCaseNotices,
  triage: triageNotices,
  bridges: bridgeNotices,
  training: trainingNotices,
  rollout: rolloutNotices,
}

export function serveFeatures(app: FastifyInstance): void {
  servePeople(app, peopleServices)
  noticeRoutes(app, noticeTellers)
  planRoutes(app, planServices)
  forecastRoutes(app, planServices)
  ticketRoutes(app, app.platform, ticketMail, evidenceServices)
  portalRoutes(app, app.platform)
  mailboxRoutes(app, { pool: parsePool, correspondence: vendorCorrespondence })
  bridgeRoutes(app, bridgeServices)
  trainingRoutes(app)
  rolloutRoutes(app, planServices)
  knowledgeRoutes(app)
  vendorCaseRoutes(app)
  triageRoutes(app)
  deviceRoutes(app, deviceServices)
  tenantRoutes(app)
}

/** Who hears, after the commit, of what happened to a ticket. */
const ticketListeners: readonly TicketListener[] = [
  practiceListener,
  triageListener,
  vendorCaseListener,
  bridgeListener(bridgeServices),
  channelListener,
]

/** Who hears, after the commit, that another plan is in force. */
const planListeners: readonly PlanListener[] = [bridgePlanListener, retrainingListener]

/** Who hears of what was found in Intune, and opens tickets for it. */
const findingListeners: readonly FindingListener[] = [ticketFindingListener, channelFindingListener]

/** What brings the outbox's effects outside, by kind. */
const deliverers: Readonly<Record<string, Deliverer>> = { mail: deliverMail, 'channel-card': deliverCard }

export const work: WorkerSetup = {
  jobs: {
    ...platformJobs,
    ...peopleJobs,
    ...planJobs(planListeners),
    ...ticketJobs(ticketMail, ticketListeners),
    ...mailJobs,
    ...bridgeJobs(bridgeServices),
    ...trainingJobs,
    ...rolloutJobs,
    ...knowledgeJobs,
    ...vendorCaseJobs,
    ...triageJobs,
    ...deviceJobs,
    ...deviceActionJobs(deviceServices),
    ...detectionJobs(findingListeners),
    ...tenantJobs(tenantServices),
  },
  slowJobs: {
    'outbox.deliver': deliverJob(deliverers),
    ...slowPlanJobs,
    ...slowBridgeJobs(bridgeServices),
    ...slowDeviceJobs,
  },
  schedule: {
    ...platformSchedule,
    ...peopleSchedule,
    ...mailSchedule,
    ...bridgeSchedule,
    ...trainingSchedule,
    ...rolloutSchedule,
    ...knowledgeSchedule,
    ...vendorCaseSchedule,
    ...triageSchedule,
    ...deviceSchedule,
    ...tenantSchedule,
    'tickets.clock-sweep': '* * * * *',
  },
}
