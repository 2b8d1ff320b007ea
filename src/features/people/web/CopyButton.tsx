import { Button } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { useWords } from '#ui/words/words.ts'

/** Copies a text; also on plain http, where the clipboard is closed to pages, one can select it by hand. */
export function CopyButton({ text }: { readonly text: string }) {
  const t = useWords('people')
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    announce(t('copied'))
  }
  return (
    <Button icon={copied ? <CheckmarkRegular /> : <CopyRegular />} onClick={() => void copy()}>
      {copied ? t('copied') : t('copy')}
    </Button>
  )
}
