import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { Table } from '#ui/show/Table.tsx'
import { blocksOf, type TextBlock } from '../../domain/content/markup.ts'

const useStyles = makeStyles({
  text: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    maxWidth: '72ch',
    overflowWrap: 'anywhere',
    '& p, & ul, & ol': { margin: 0 },
    '& ul, & ol': {
      paddingInlineStart: '1.4em',
      display: 'flex',
      flexDirection: 'column',
      rowGap: tokens.spacingVerticalXS,
    },
  },
})

/** The words of a page, from the light form that people write them in. */
export function PageText({ words, label }: { readonly words: string; readonly label: string }) {
  const styles = useStyles()
  const blocks = useMemo(() => blocksOf(words), [words])
  return (
    <div className={styles.text}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} label={label} />
      ))}
    </div>
  )
}

function Block({ block, label }: { readonly block: TextBlock; readonly label: string }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Linked text={block.text} />
      </p>
    )
  if (block.kind === 'list') {
    const items = block.items.map((item, index) => (
      <li key={index}>
        <Linked text={item} />
      </li>
    ))
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  return (
    <Table label={label} heads={block.heads}>
      {block.rows.map(([first = '', ...others], row) => (
        <tr key={row}>
          <th scope="row">{first}</th>
          {others.map((cell, index) => (
            <td key={index}>
              <Linked text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}

/** Web addresses lead there; everything else stays as it was written. */
function Linked({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:)])/)
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <Link key={index} inline lang="en" href={part} target="_blank" rel="noreferrer">
        {part}
      </Link>
    ) : (
      part
    ),
  )
}
