import type { EvidenceItem } from '../document/process.ts'
import type { Platform, Text } from '../document/text.ts'

type Details = {
  readonly options?: readonly (readonly [key: string, name: Text])[]
  readonly optional?: true
  readonly categories?: readonly string[]
  readonly platforms?: readonly Platform[]
  readonly filledBy?: NonNullable<EvidenceItem['filledBy']>
}

export function item(
  kind: EvidenceItem['kind'],
  key: string,
  name: Text,
  help: Text,
  { options = [], optional, categories = [], platforms = [], filledBy }: Details = {},
): EvidenceItem {
  return {
    key,
    name,
    help,
    kind,
    options: options.map(([option, words]) => ({ key: option, name: words })),
    required: !optional,
    appliesTo: { categories: [...categories], platforms: [...platforms] },
    filledBy: filledBy ?? null,
  }
}

/** Categories in which something shows an error on a device that is or should be enrolled. */
export const deviceTrouble = [
  'enrollment-blocked',
  'company-portal-sign-in',
  'access-blocked',
  'app-install',
  'email-profile',
  'wifi-vpn-certificate',
]
