import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

const useStyles = makeStyles({
  frame: {
    display: 'block',
    width: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Mails are made for white paper.
    backgroundColor: '#ffffff',
  },
})

const tallest = 1600

export type MailFrameProps = {
  /** Already sanitised by the server; the frame is the second wall. */
  readonly html: string
  /** What it is, for screen readers. */
  readonly title: string
}

/**
 * A mail's HTML apart from the page: its own origin, no scripts, no forms, nothing fetched. Links open in a new tab.
 * `allow-same-origin` (without scripts) only lets this page measure the height.
 */
export function MailFrame({ html, title }: MailFrameProps) {
  const styles = useStyles()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(120)
  const [nonce] = useState(
    () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '',
  )

  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let observer: ResizeObserver | undefined
    const measure = () => {
      const body = element.contentDocument?.body
      if (body) setHeight(Math.min(body.scrollHeight + 2, tallest))
    }
    const loaded = () => {
      measure()
      const body = element.contentDocument?.body
      if (!body) return
      for (const one of body.querySelectorAll<HTMLElement>('[data-style]'))
        one.style.cssText = one.dataset['style'] ?? ''
      observer = new ResizeObserver(measure)
      observer.observe(body)
    }
    element.addEventListener('load', loaded)
    return () => {
      element.removeEventListener('load', loaded)
      observer?.disconnect()
    }
  }, [])

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      style={{ height }}
      title={title}
      srcDoc={page(html, nonce)}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  )
}

function page(html: string, nonce: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'">
<style nonce="${nonce}">body{margin:0;padding:12px;font:14px/1.45 'Segoe UI',system-ui,sans-serif;color:#242424;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #d1d1d1;color:#424242}</style>
</head><body>${html.replaceAll(/<[a-z][^<>]*>/gi, carried)}</body></html>`
}

/** The page's policy refuses a `style` that is written in HTML, in this frame too; what a mail of ours looks like is set from outside. */
function carried(tag: string): string {
  return tag.replace(/\sstyle=/i, ' data-style=')
}
