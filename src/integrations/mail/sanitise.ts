import sanitizeHtml from 'sanitize-html'
import { htmlToText, textToHtml } from './html-text.ts'

/** Beyond this the text is shown instead: nobody reads a page of megabytes, and a browser chokes on it. */
const longest = 2_000_000
/** The sanitiser's time grows with the square of the depth: 200,000 open tags take it ten seconds. */
const deepest = 5000

const layout =
  'address article aside blockquote br caption center col colgroup dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
const inline =
  'a abbr b bdi bdo big cite code del dfn em font i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'

/**
 * The HTML of a mail, safe to show. Nothing in it loads from elsewhere or runs: pictures only where `imageUrl` gives an
 * address of ours for their Content-ID, links leave in a new window and tell nobody where from, styles are dropped.
 */
export function sanitiseMailHtml(html: string, imageUrl: (cid: string) => string | null): string {
  if (html.length > longest || isDeeperThan(html, deepest)) {
    return textToHtml(htmlToText(html.slice(0, longest)))
  }
  return sanitizeHtml(html, {
    allowedTags: [...layout.split(' '), ...inline.split(' ')],
    allowedAttributes: {
      '*': ['dir', 'lang', 'title'],
      a: ['href', 'rel', 'target'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan', 'align', 'valign'],
      th: ['colspan', 'rowspan', 'align', 'valign'],
      ol: ['start', 'type'],
      font: ['color'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'template',
      'xmp',
      'noembed',
      'noframes',
      'plaintext',
    ],
    nestingLimit: 100,
    transformTags: {
      a: (_name, attributes) => ({
        tagName: 'a',
        attribs: {
          ...(attributes['href'] === undefined ? {} : { href: attributes['href'] }),
          rel: 'noopener noreferrer nofollow',
          target: '_blank',
        },
      }),
      img: (_name, attributes) => imageTag(attributes, imageUrl),
    },
  })
}

/** Counts tags that open against tags that close; those that never close count too, as the sanitiser counts them. */
function isDeeperThan(html: string, limit: number): boolean {
  let depth = 0
  for (const tag of html.matchAll(/<(\/?)(?!(?:br|hr|img|meta|link|input|col|area|wbr)\b)[a-z]/gi)) {
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > limit) return true
  }
  return false
}

/** A picture of the mail itself keeps its place; any other leaves only its words, so that nothing is fetched. */
function imageTag(attributes: Readonly<Record<string, string>>, imageUrl: (cid: string) => string | null) {
  const cid = /^cid:(.{1,500})$/i.exec(attributes['src']?.trim() ?? '')?.[1]
  const src = cid === undefined ? null : imageUrl(decodedCid(cid))
  const alt = attributes['alt'] ?? ''
  if (src === null) return { tagName: 'span', attribs: {}, text: alt === '' ? '' : `[${alt}]` }
  return { tagName: 'img', attribs: { src, alt, ...sizes(attributes) } }
}

function sizes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    ['width', 'height'].flatMap((name) => {
      const value = /^\d{1,4}$/.exec(attributes[name] ?? '')?.[0]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

function decodedCid(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch (error) {
    if (error instanceof URIError) return written
    throw error
  }
}
