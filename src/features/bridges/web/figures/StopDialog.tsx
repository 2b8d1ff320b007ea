import { useQueryClient } from '@tanstack/react-query'
import { useIntent } from '#ui/api/intent.ts'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { BridgeFigures } from '../../contract/figures.ts'
import { bridgeApi, bridgeFigures, bridgeKey } from '../queries.ts'

type Props = {
  readonly bridge: BridgeFigures['bridges'][number]
  readonly open: boolean
  readonly onClose: () => void
}

/** The decision that a standing bridge stops, with its reason. */
export function StopDialog({ bridge, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const intent = useIntent()
  const name = bridge.name[t.language]
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('stop.title', { name })}
      intro={[t('stop.intro'), ...(bridge.mayStop === false ? [t('stop.early')] : [])].join(' ')}
      primary={t('stop.primary')}
      label={t('stop.reason')}
      draft={`bridge.${bridge.key}.stop`}
      most={1000}
      why={t('stop.missing')}
      refusalWords={refusalWords}
      onGiven={async (reason) => {
        await bridgeApi('POST /api/v1/bridges/standing/:key/stop', {
          params: { key: bridge.key },
          body: { reason },
          key: intent.key(),
        })
        intent.done()
        toast({ text: t('stop.done', { name }), tone: 'success' })
        await Promise.all([
          queries.invalidateQueries({ queryKey: bridgeKey }),
          queries.invalidateQueries({ queryKey: bridgeFigures.queryKey }),
        ])
      }}
    />
  )
}

export function ResumeDialog({ bridge, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const name = bridge.name[t.language]
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('stop.resumeTitle', { name })}
      text={t('stop.resumeText')}
      primary={t('stop.resumePrimary')}
      refusalWords={refusalWords}
      onConfirm={async () => {
        await bridgeApi('POST /api/v1/bridges/standing/:key/resume', { params: { key: bridge.key } })
        toast({ text: t('stop.resumed', { name }), tone: 'success' })
        await Promise.all([
          queries.invalidateQueries({ queryKey: bridgeKey }),
          queries.invalidateQueries({ queryKey: bridgeFigures.queryKey }),
        ])
      }}
    />
  )
}
