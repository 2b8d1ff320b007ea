/** One of the things that protect a sign-in. */
export type PartProps = {
  /** Goes on once this person showed who they are. */
  readonly ask: (goOn: () => void) => Promise<void>
  /** Tells that it changed, with new recovery codes to show, if it brought any. */
  readonly onChange: (recoveryCodes?: readonly string[]) => Promise<void>
}
