import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { liveStream, useLiveState } from '../live/live.tsx'
import { Tip } from '../show/Tip.tsx'
import { announce } from '../notice/announce.tsx'
import { useWords } from '../words/words.ts'

const useStyles = makeStyles({
  button: { minWidth: 'auto', paddingInline: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightRegular },
  dot: {
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    marginInlineEnd: tokens.spacingHorizontalXS,
    flexShrink: 0,
    outline: '1px solid transparent',
  },
  on: { backgroundColor: tokens.colorStatusSuccessForeground1 },
  // A ring instead of a filled dot: also seen without colour.
  connecting: { boxShadow: `inset 0 0 0 2px ${tokens.colorNeutralForeground3}` },
  lost: { boxShadow: `inset 0 0 0 2px ${tokens.colorStatusDangerForeground1}` },
  text: {
    '@media (max-width: 900px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  lostText: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** Whether changes by others appear by themselves; pressing it while they do not tries to connect at once. */
export function LiveLight() {
  const t = useWords('ui')
  const styles = useStyles()
  const state = useLiveState()
  const before = useRef(state)

  useEffect(() => {
    if (state === 'lost' && before.current === 'on') announce(t('live.offHelp'))
    if (state === 'on' && before.current === 'lost') announce(t('live.back'))
    before.current = state
  }, [state, t])

  if (state === 'off') return null
  const word = state === 'on' ? t('live.on') : state === 'connecting' ? t('live.connecting') : t('live.off')
  const help = t(state === 'on' ? 'live.onHelp' : state === 'connecting' ? 'live.connectingHelp' : 'live.offHelp')
  return (
    <Tip text={help}>
      <Button appearance="subtle" size="small" className={styles.button} onClick={liveStream.reconnect}>
        <span className={mergeClasses(styles.dot, styles[state])} aria-hidden />
        <span className={mergeClasses(state === 'lost' ? styles.lostText : styles.text)}>{word}</span>
      </Button>
    </Tip>
  )
}
