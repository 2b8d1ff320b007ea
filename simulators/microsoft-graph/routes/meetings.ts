import { type Answer, type Call, fieldsOf, json, nothing, textOf } from '../http/call.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { stampOf } from '../clock.ts'
import type { World } from '../world.ts'
import { seenUser } from './users.ts'

const usual = { area: 'meetings', limited: 'meetings', needs: ['OnlineMeetings.ReadWrite.All'] } as const

export const meetingRoutes: readonly Route[] = [
  { ...usual, method: 'POST', path: '/users/:id/onlineMeetings', answer: create },
  { ...usual, method: 'GET', path: '/users/:id/onlineMeetings', answer: byLink },
  { ...usual, method: 'GET', path: '/users/:id/onlineMeetings/:meeting', answer: one },
  { ...usual, method: 'PATCH', path: '/users/:id/onlineMeetings/:meeting', answer: change },
  { ...usual, method: 'DELETE', path: '/users/:id/onlineMeetings/:meeting', answer: remove },
]

function create(call: Call, world: World): Answer {
  const id = call.at['id'] ?? ''
  if (id.includes('@'))
    return badRequest(world, 'With application permissions the organizer is named by object id.')
  const found = seenUser(world, id)
  if (!found) return notFound(world, 'directory', id)
  const refused = withoutPolicy(call, world, found.user.id)
  if (refused) return refused
  const body = fieldsOf(call.body)
  const starts = Date.parse(textOf(body['startDateTime']) ?? '')
  const ends = Date.parse(textOf(body['endDateTime']) ?? '')
  if (Number.isNaN(starts) || Number.isNaN(ends) || ends < starts)
    return badRequest(world, 'startDateTime and endDateTime must be valid and in order.')
  const thread = world.chance.id().replaceAll('-', '')
  const meeting = {
    id: Buffer.from(`${found.user.id}*0**19:meeting_${thread}@thread.v2`).toString('base64'),
    creationDateTime: world.clock.stamp(),
    startDateTime: stampOf(starts),
    endDateTime: stampOf(ends),
    subject: textOf(body['subject']),
    joinWebUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=%7b%22Tid%22%3a%22${world.tenant.id}%22%7d`,
    chatInfo: { threadId: `19:meeting_${thread}@thread.v2`, messageId: '0', replyChainMessageId: null },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: String(world.chance.between(2_000_000_000, 2_999_999_999)),
      passcode: thread.slice(0, 6),
    },
    participants: {
      organizer: {
        upn: found.user.userPrincipalName,
        role: 'presenter' as const,
        identity: { user: { id: found.user.id, displayName: null } },
      },
      attendees: [],
    },
    audioConferencing: null,
    videoTeleconferenceId: null,
  }
  world.tenant.meetings.set(meeting.id, meeting)
  return json(
    {
      '@odata.context': `${world.url()}/v1.0/$metadata#users('${found.user.id}')/onlineMeetings/$entity`,
      ...meeting,
    },
    201,
  )
}

/** The access policy is looked at for every call in somebody's name. */
function withoutPolicy(call: Call, world: World, userId: string): Answer | null {
  const { meetingOrganisers } = world.tenant
  const isRefused =
    (world.faults.isOn('policies') && world.faults.on.get('policies')?.mode !== 'mail') ||
    (meetingOrganisers !== null && !meetingOrganisers.has(userId))
  return isRefused
    ? problem(
        world,
        403,
        'Forbidden',
        `No application access policy found for this app: ${call.clientId} on the user: ${userId}.`,
      )
    : null
}

/** Microsoft lists no meetings: it finds one by its link. */
function byLink(call: Call, world: World): Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found) return notFound(world, 'directory', call.at['id'] ?? '')
  const refused = withoutPolicy(call, world, found.user.id)
  if (refused) return refused
  const link = /^\s*joinWebUrl\s+eq\s+'([^']*)'\s*$/i.exec(call.query.get('$filter') ?? '')?.[1]
  if (link === undefined) return badRequest(world, 'A filter on JoinWebUrl is required.')
  return json({ value: [...world.tenant.meetings.values()].filter(({ joinWebUrl }) => joinWebUrl === link) })
}

/** Its link stays. */
function change(call: Call, world: World): Answer {
  const found = world.tenant.meetings.get(call.at['meeting'] ?? '')
  if (!found) return notFound(world, 'meetings', call.at['meeting'] ?? '')
  const refused = withoutPolicy(call, world, call.at['id'] ?? '')
  if (refused) return refused
  const body = fieldsOf(call.body)
  const [starts, ends] = [textOf(body['startDateTime']), textOf(body['endDateTime'])]
  const changed = {
    ...found,
    ...(starts === null ? {} : { startDateTime: stampOf(Date.parse(starts)) }),
    ...(ends === null ? {} : { endDateTime: stampOf(Date.parse(ends)) }),
    ...(textOf(body['subject']) === null ? {} : { subject: textOf(body['subject']) }),
  }
  world.tenant.meetings.set(call.at['meeting'] ?? '', changed)
  return json(changed)
}

function one(call: Call, world: World): Answer {
  const found = world.tenant.meetings.get(call.at['meeting'] ?? '')
  return found ? json(found) : notFound(world, 'meetings', call.at['meeting'] ?? '')
}

function remove(call: Call, world: World): Answer {
  return world.tenant.meetings.delete(call.at['meeting'] ?? '')
    ? nothing
    : notFound(world, 'meetings', call.at['meeting'] ?? '')
}
