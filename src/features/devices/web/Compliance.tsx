import { useWords } from '#ui/words/words.ts'
import type { Device } from '../domain/context.ts'
import { said } from '../domain/said.ts'
import { fails } from '../domain/worth-showing.ts'
import { Mark, type Tone } from './Mark.tsx'

/** Whether Intune finds a device in order. */
export function Compliance({ device }: { readonly device: Device }) {
  const t = useWords('devices')
  const { compliance } = device
  if (compliance === null) return <Mark tone="plain">{t('device.complianceUnknown')}</Mark>
  return <Mark tone={toneOf(device)}>{said(t.language, 'compliance', compliance)}</Mark>
}

function toneOf(device: Device): Tone {
  if (device.compliance === 'compliant') return 'good'
  if (!fails(device)) return 'plain'
  return device.compliance === 'inGracePeriod' ? 'warned' : 'bad'
}
