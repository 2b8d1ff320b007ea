const key = 'tierwise.organisation'

/** The short name that was last used to sign in from this browser, where there is more than one organisation. */
export const rememberedOrganisation = {
  get: (): string | undefined => localStorage.getItem(key) ?? undefined,
  set: (slug: string) => localStorage.setItem(key, slug),
  clear: () => localStorage.removeItem(key),
}
