import { inOrganisation } from '#platform/database/transaction.ts'
import { changeOrganisation } from '../organisation.ts'
import { providerView, removeProvider, saveProvider } from '../providers.ts'
import type { PeopleServices } from '../services.ts'
import { findOrganisation } from '../store/organisations.ts'
import { findProviders } from '../store/providers.ts'
import { organisationView } from '../views.ts'
import type { SomeHandlers } from './some-handlers.ts'

export function organisationRoutes(
  services: PeopleServices,
): SomeHandlers<
  | 'GET /api/v1/organisation'
  | 'PATCH /api/v1/organisation'
  | 'GET /api/v1/organisation/countries'
  | 'GET /api/v1/oidc-providers'
  | 'POST /api/v1/oidc-providers'
  | 'PATCH /api/v1/oidc-providers/:id'
  | 'DELETE /api/v1/oidc-providers/:id'
> {
  return {
    'GET /api/v1/organisation': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => organisationView(await findOrganisation(tx))),

    'PATCH /api/v1/organisation': ({ platform, signedIn, body }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) =>
        organisationView(await changeOrganisation(tx, services, signedIn.actor, body)),
      ),

    'GET /api/v1/organisation/countries': async () => ({
      countries: [...((await services.place?.countries()) ?? [])],
    }),

    'GET /api/v1/oidc-providers': ({ platform, signedIn }) =>
      inOrganisation(platform, signedIn.orgId, async (tx) => ({
        providers: (await findProviders(tx)).map((one) => providerView(platform.baseUrl, one)),
      })),

    'POST /api/v1/oidc-providers': async ({ platform, signedIn, body }) =>
      providerView(platform.baseUrl, await saveProvider(platform, services, signedIn, null, body)),

    'PATCH /api/v1/oidc-providers/:id': async ({ platform, signedIn, params, body }) =>
      providerView(platform.baseUrl, await saveProvider(platform, services, signedIn, params.id, body)),

    'DELETE /api/v1/oidc-providers/:id': ({ platform, signedIn, params }) =>
      inOrganisation(platform, signedIn.orgId, (tx) => removeProvider(tx, signedIn.actor, params.id)),
  }
}
