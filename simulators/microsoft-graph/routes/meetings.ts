import { type Answer, type Call, fieldsOf, json, nothing, textOf } from '../http/call.ts'
import { badRequest, notFound, problem } from '../http/problems.ts'
import type { Route } from '../http/routes.ts'
import { stampOf } from '../clock.ts'
import type { UserRecord } from '../tenant/records.ts'
import type { World } from '../world.ts'
import { seenUser } from './users.ts'

const usual = { area: 'meetings', limited: 'meetings', needs: ['OnlineMeetings.ReadWrite.All'] } as const

export const meetingRoutes: readonly Route[] = [
  { ...usual, method: 'POST', path: '/users/:id/onlineMeetings', answer: create },
  { ...usual, method: 'POST', path: '/users/:id/onlineMeetings/createOrGet', answer: createOrGet },
  { ...usual, method: 'GET', path: '/users/:id/onlineMeetings', answer: byLink },
  { ...usual, method: 'GET', path: '/users/:id/onlineMeetings/:meeting', answer: one },
  { ...usual, method: 'PATCH', path: '/users/:id/onlineMeetings/:meeting', answer: change },
  { ...usual, method: 'DELETE', path: '/users/:id/onlineMeetings/:meeting', answer: remove },
]

const hourMs = 3_600_000

/** The organiser of a call, by object id as application permissions want it, and allowed by policy. */
function organiserOf(call: Call, world: World): UserRecord | Answer {
  const id = call.at['id'] ?? ''
  if (id.includes('@'))
    return badRequest(world, 'With application permissions the organizer is named by object id.')
  const found = seenUser(world, id)
  if (!found) return notFound(world, 'directory', id)
  return withoutPolicy(call, world, found.user.id) ?? found.user
}

/** When it is, as Microsoft fills in what is left out: from now, for an hour. */
function spanOf(call: Call, world: World): { readonly starts: number; readonly ends: number } | Answer {
  const { startDateTime, endDateTime } = fieldsOf(call.body)
  const starts = textOf(startDateTime) === null ? world.clock.now() : Date.parse(String(startDateTime))
  const ends = textOf(endDateTime) === null ? starts + hourMs : Date.parse(String(endDateTime))
  const isEndAlone = textOf(startDateTime) === null && textOf(endDateTime) !== null
  if (Number.isNaN(starts) || Number.isNaN(ends) || ends < starts || isEndAlone)
    return badRequest(world, 'startDateTime and endDateTime must be valid and in order.')
  return { starts, ends }
}

function create(call: Call, world: World): Answer {
  const organiser = organiserOf(call, world)
  if ('status' in organiser) return organiser
  if (fieldsOf(call.body)['externalId'] !== undefined)
    return badRequest(world, 'externalId can be given with createOrGet alone.')
  return made(call, world, organiser, null)
}

/** Organiser and external id name a meeting: the second call gets the first one's, as it was made. */
function createOrGet(call: Call, world: World): Answer {
  const organiser = organiserOf(call, world)
  if ('status' in organiser) return organiser
  const externalId = textOf(fieldsOf(call.body)['externalId'])?.trim()
  if (!externalId) return badRequest(world, 'externalId is required.')
  const known = [...world.tenant.meetings.values()].find(
    (meeting) => meeting['externalId'] === externalId && isOf(meeting, organiser.id),
  )
  return known ? json(shown(world, organiser.id, known)) : made(call, world, organiser, externalId)
}

function made(call: Call, world: World, organiser: UserRecord, externalId: string | null): Answer {
  const span = spanOf(call, world)
  if ('status' in span) return span
  const thread = world.chance.id().replaceAll('-', '')
  const meeting = {
    id: Buffer.from(`${organiser.id}*0**19:meeting_${thread}@thread.v2`).toString('base64'),
    creationDateTime: world.clock.stamp(),
    startDateTime: stampOf(span.starts),
    endDateTime: stampOf(span.ends),
    subject: textOf(fieldsOf(call.body)['subject']),
    joinWebUrl: `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=%7b%22Tid%22%3a%22${world.tenant.id}%22%7d`,
    chatInfo: { threadId: `19:meeting_${thread}@thread.v2`, messageId: '0', replyChainMessageId: null },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: String(world.chance.between(2_000_000_000, 2_999_999_999)),
      passcode: thread.slice(0, 6),
    },
    participants: {
      organizer: {
        upn: organiser.userPrincipalName,
        role: 'presenter' as const,
        identity: { user: { id: organiser.id, displayName: null } },
      },
      attendees: [],
    },
    audioConferencing: null,
    videoTeleconferenceId: null,
    externalId,
  }
  world.tenant.meetings.set(meeting.id, meeting)
  return json(shown(world, organiser.id, meeting), 201)
}

type Meeting = Readonly<Record<string, unknown>>

function shown(world: World, organiserId: string, meeting: Meeting): Meeting {
  return {
    '@odata.context': `${world.url()}/v1.0/$metadata#users('${organiserId}')/onlineMeetings/$entity`,
    ...meeting,
  }
}

function isOf(meeting: Meeting, userId: string): boolean {
  const { id } = fieldsOf(fieldsOf(fieldsOf(fieldsOf(meeting['participants'])['organizer'])['identity'])['user'])
  return id === userId
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

/** Microsoft lists no meetings: it finds one by its link, or by the number with which people join. */
function byLink(call: Call, world: World): Answer {
  const organiser = organiserOf(call, world)
  if ('status' in organiser) return organiser
  const asked = /^\s*(joinWebUrl|joinMeetingIdSettings\/joinMeetingId)\s+eq\s+'([^']*)'\s*$/i.exec(
    call.query.get('$filter') ?? '',
  )
  if (asked === null) return badRequest(world, 'A filter on JoinWebUrl is required.')
  const [, field = '', wanted] = asked
  const value = (meeting: Meeting) =>
    field.toLowerCase() === 'joinweburl'
      ? meeting['joinWebUrl']
      : fieldsOf(meeting['joinMeetingIdSettings'])['joinMeetingId']
  const own = [...world.tenant.meetings.values()].filter((meeting) => isOf(meeting, organiser.id))
  return json({ value: own.filter((meeting) => value(meeting) === wanted) })
}

/** A meeting is there for its organiser alone. */
function known(call: Call, world: World): Meeting | Answer {
  const organiser = organiserOf(call, world)
  if ('status' in organiser) return organiser
  const found = world.tenant.meetings.get(call.at['meeting'] ?? '')
  return found && isOf(found, organiser.id) ? found : notFound(world, 'meetings', call.at['meeting'] ?? '')
}

const isAnswer = (one: Meeting | Answer): one is Answer => 'status' in one

/** Its link stays. */
function change(call: Call, world: World): Answer {
  const found = known(call, world)
  if (isAnswer(found)) return found
  const body = fieldsOf(call.body)
  const [starts, ends] = [textOf(body['startDateTime']), textOf(body['endDateTime'])]
  if ((starts === null) !== (ends === null))
    return badRequest(world, 'startDateTime and endDateTime must appear in pairs.')
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
  const found = known(call, world)
  return isAnswer(found) ? found : json(found)
}

function remove(call: Call, world: World): Answer {
  const found = known(call, world)
  if (isAnswer(found)) return found
  world.tenant.meetings.delete(call.at['meeting'] ?? '')
  return nothing
}
