import {
  AuthenticationHandler,
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client'

/** Microsoft's client gives its token, and follows links, only where there is TLS. */
export const publicUrl = 'https://graph.contoso.example'

/** Microsoft's own JavaScript client with its usual chain of handlers, of which the last leads to this machine. */
export function microsoftsClient(url: string, token: string): Client {
  const http = new HTTPMessageHandler()
  const leadHome: Middleware = {
    execute: (context: Context) => {
      context.request = String(context.request).replace(publicUrl, url)
      return http.execute(context)
    },
  }
  const authenticate = new AuthenticationHandler({ getAccessToken: () => Promise.resolve(token) })
  const retry = new RetryHandler(new RetryHandlerOptions(0, 5))
  const telemetry = new TelemetryHandler()
  authenticate.setNext(retry)
  retry.setNext(telemetry)
  telemetry.setNext(leadHome)
  return Client.initWithMiddleware({
    baseUrl: `${publicUrl}/`,
    customHosts: new Set(['graph.contoso.example']),
    middleware: authenticate,
  })
}
