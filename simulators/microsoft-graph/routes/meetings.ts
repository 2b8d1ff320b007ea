import { type Answer, type Call, fieldsOf, json, nothing, textOf } from '../http/call.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { stampOf } from '../clock.ts'
import type { World } from '../world.ts'
import { seenUser } from './users.ts'

const usual = { area: 'meetings', limited: 'meetings', needs: ['OnlineMeetings.ReadWrite.All'] } as const

export const meetingRoutes: readonly Route[] = [
  { ...usual, method: 'POST', path: '/users/:id/onlineMeetings', answer: create },
  { ...usual, method: 'GET', path: '/users/:id/onlineMeetings/:meeting', answer: one },
  { ...usual, method: 'DELETE', path: '/users/:id/onlineMeetings/:meeting', answer: remove },
]

function create(call: Call, world: World): Answer {
  const id = call.at['id'] ?? ''
  if (id.includes('@'))
    return badRequest(world, 'With application permissions the organizer is named by object id.')
  const found = seenUser(world, id)
  if (!found) return notFound(world, 'directory', id)
  const { meetingOrganisers } = world.tenant
  const isRefused =
    (world.faults.isOn('policies') && world.faults.on.get('policies')?.mode !== 'mail') ||
    (meetingOrganisers !== null && !meetingOrganisers.has(found.user.id))
  if (isRefused)
    return problem(
      world,
      403,
      'Forbidden',
      `No application access policy found for this app: ${call.clientId} on the user: ${found.user.id}.`,
    )
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

function one(call: Call, world: World): Answer {
  const found = world.tenant.meetings.get(call.at['meeting'] ?? '')
  return found ? json(found) : notFound(world, 'meetings', call.at['meeting'] ?? '')
}

function remove(call: Call, world: World): Answer {
  return world.tenant.meetings.delete(call.at['meeting'] ?? '')
    ? nothing
    : notFound(world, 'meetings', call.at['meeting'] ?? '')
}
