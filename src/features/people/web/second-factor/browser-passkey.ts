import type { AddedByBrowser, AddOptions, ProofOptions, ProvenByBrowser } from '../../contract/passkeys.ts'

/** Fetched when somebody uses a passkey. */
const library = () => import('@simplewebauthn/browser')

/** The person stopped, took too long, or has no passkey here. Browsers deliberately do not say which. */
export class PasskeyStopped extends Error {
  override readonly name = 'PasskeyStopped'
}

/** Whether this browser can use passkeys at this address. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in window
}

export async function makePasskey(optionsJSON: AddOptions): Promise<AddedByBrowser> {
  const { startRegistration } = await library()
  try {
    return (await startRegistration({ optionsJSON })) as AddedByBrowser
  } catch (cause) {
    throw new PasskeyStopped('No passkey was made', { cause })
  }
}

/** With `suggested`, the browser offers passkeys where the address is typed, and the answer may never come. */
export async function signWithPasskey(
  optionsJSON: ProofOptions,
  { suggested = false }: { readonly suggested?: boolean } = {},
): Promise<ProvenByBrowser> {
  const { startAuthentication } = await library()
  try {
    return (await startAuthentication({ optionsJSON, useBrowserAutofill: suggested })) as ProvenByBrowser
  } catch (cause) {
    throw new PasskeyStopped('No passkey signed', { cause })
  }
}

export async function canSuggestPasskeys(): Promise<boolean> {
  return hasPasskeys() && (await library()).browserSupportsWebAuthnAutofill()
}

/** Lets a suggestion that is still open go. */
export async function stopSuggesting(): Promise<void> {
  ;(await library()).WebAuthnAbortService.cancelCeremony()
}
