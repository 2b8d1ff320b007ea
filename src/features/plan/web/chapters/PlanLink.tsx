import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { followedSchemes, linkScheme } from '../../domain/link-scheme.ts'

/** A link that somebody wrote into a plan, in a tab of its own; words alone where it leads nowhere that a page may open. */
export function PlanLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!followedSchemes.includes(linkScheme(url) ?? '')) return <span>{children}</span>
  return (
    <Link href={url} target="_blank" rel="noreferrer" inline>
      {children}
    </Link>
  )
}
