import { Link, makeStyles } from '@fluentui/react-components'
import { linkParts } from './links.ts'

const useStyles = makeStyles({ text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } })

/** What somebody wrote: line breaks stay, addresses can be followed, nothing else has a meaning. */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <div className={useStyles().text} dir="auto">
      {linkParts(text).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <Link key={index} href={part.href} inline target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </Link>
        ),
      )}
    </div>
  )
}
