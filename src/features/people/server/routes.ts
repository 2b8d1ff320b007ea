import type { FastifyInstance } from 'fastify'
import { peopleContract } from '#features/people/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { meRoutes } from './routes/me.ts'
import { organisationRoutes } from './routes/organisation.ts'
import { personRoutes } from './routes/persons.ts'
import { finishSignInRoutes } from './routes/finish-sign-in.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { teamRoutes } from './routes/teams.ts'
import type { PeopleServices } from './services.ts'

export function servePeople(app: FastifyInstance, services: PeopleServices): void {
  serve(app, peopleContract, {
    ...signInRoutes(services),
    ...finishSignInRoutes(),
    ...secondFactorRoutes(services),
    ...meRoutes(services),
    ...personRoutes(services),
    ...teamRoutes(),
    ...organisationRoutes(services),
  })
}
