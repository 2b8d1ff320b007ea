import type { FastifyReply } from 'fastify'
import type { Me } from '#features/people/contract/views.ts'
import { browserMark, clearHalfCookie, cookieNames, knownBrowserMark, setSignInCookie } from '../cookies.ts'
import { askPasskey, type Entered, finishWithCode, halfOf, signInWithPasskey } from '../finish-sign-in.ts'
import { browserOf } from './sign-in.ts'
import type { SomeHandlers } from './some-handlers.ts'

export function finishSignInRoutes(): SomeHandlers<
  'POST /api/v1/sign-in/second-factor' | 'POST /api/v1/sign-in/passkey/challenge' | 'POST /api/v1/sign-in/passkey'
> {
  return {
    'POST /api/v1/sign-in/second-factor': async ({ platform, body, httpRequest, reply }) => {
      const half = halfOf(httpRequest.cookies[cookieNames(platform.baseUrl).half])
      const browser = browserOf(httpRequest, platform.baseUrl)
      return entered(reply, platform.baseUrl, await finishWithCode(platform, half, body.code, browser))
    },

    'POST /api/v1/sign-in/passkey/challenge': ({ platform, body, httpRequest, reply }) =>
      askPasskey(platform, body.organisation, browserMark(httpRequest, reply, platform.baseUrl)),

    'POST /api/v1/sign-in/passkey': async ({ platform, body, httpRequest, reply }) => {
      const mark = knownBrowserMark(httpRequest, platform.baseUrl)
      const browser = browserOf(httpRequest, platform.baseUrl)
      return entered(reply, platform.baseUrl, await signInWithPasskey(platform, body, mark, browser))
    },
  }
}

function entered(reply: FastifyReply, baseUrl: string, { me, token }: Entered): Me {
  setSignInCookie(reply, baseUrl, token)
  clearHalfCookie(reply, baseUrl)
  return me
}
