import { createHash } from 'node:crypto'
import type {
  Block,
  Card,
  Fact,
  Line,
  Lines,
  PlanDocument,
  Signatures,
  Table,
} from '../../../domain/outline/plan-document.ts'
import { figureSvg } from '../svg/figure-svg.ts'
import { escapeMarkup } from '../svg/svg-parts.ts'
import { style } from './style.ts'

/** The document as one page that needs nothing else: no scripts, no pictures, no `style` attributes. */
export function htmlDocument(document: PlanDocument): string {
  const { language, title, organisation, subject, draftMark, contents, cover, footer, blocks } = document
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(organisation === null ? title : `${title} · ${organisation}`)}</title>
<meta name="author" content="${escapeMarkup(document.author)}">
<meta name="description" content="${escapeMarkup(subject)}">
<style>${style}</style>
</head>
<body>
<div class="page">
<header>
${organisation === null ? '' : `<p class="quiet">${escapeMarkup(organisation)}</p>`}
<h1>${escapeMarkup(title)}</h1>
<p class="quiet">${escapeMarkup(subject)}</p>
${draftMark === null ? '' : `<p class="mark">${escapeMarkup(draftMark)}</p>`}
${factList(cover)}
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${escapeMarkup(contents)}</h2>
${contentsOf(blocks)}
</nav>
<main>
${blocks.map(blockAt).join('\n')}
</main>
<footer>${escapeMarkup(footer)}</footer>
</div>
</body>
</html>
`
}

const styleHash = createHash('sha256').update(style).digest('base64')
/** What the page may do: show its own style and follow links, nothing else. */
export const policyOfDocument = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox allow-modals`

const idOf = (index: number) => `section-${index}`

function contentsOf(blocks: readonly Block[]): string {
  const chapters: { readonly entry: string; readonly below: string[] }[] = []
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading') return
    const entry = `<a href="#${idOf(index)}">${escapeMarkup(block.text)}</a>`
    if (block.level === 1) chapters.push({ entry, below: [] })
    else chapters.at(-1)?.below.push(`<li>${entry}</li>`)
  })
  const items = chapters.map(({ entry, below }) =>
    below.length > 0 ? `<li>${entry}<ol>${below.join('')}</ol></li>` : `<li>${entry}</li>`,
  )
  return `<ol>${items.join('\n')}</ol>`
}

function blockAt(block: Block, index: number): string {
  switch (block.kind) {
    case 'heading': {
      const tag = `h${block.level + 1}`
      return `<${tag} id="${idOf(index)}">${escapeMarkup(block.text)}</${tag}>`
    }
    case 'card':
      return card(block)
    case 'figure':
      return `<figure>${figureSvg(block, true)}<figcaption>${escapeMarkup(block.caption)}</figcaption></figure>`
    case 'signatures':
      return signatures(block)
    default:
      return inner(block)
  }
}

function inner(block: Card['blocks'][number]): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${escapeMarkup(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${run(item)}</li>`).join('')}</${tag}>`
    }
    case 'facts':
      return factList(block.items)
    case 'table':
      return table(block)
  }
}

function card({ level, title, blocks }: Card): string {
  const tier = level === null ? '' : ` tier-${Math.min(level, 4)}`
  const badge = level === null ? '' : `<span class="badge">${level}</span> `
  return `<section class="card${tier}"><h4>${badge}<span>${escapeMarkup(title)}</span></h4>${blocks.map(inner).join('')}</section>`
}

function factList(items: readonly Fact[]): string {
  const rows = items.map(({ label, value }) => `<dt>${escapeMarkup(label)}</dt><dd>${run(value)}</dd>`)
  return `<dl>${rows.join('\n')}</dl>`
}

/** Reached by keyboard, because it may be wider than the screen. */
function table({ caption, columns, rows }: Table): string {
  const label = escapeMarkup(caption)
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column.head)}</th>`).join('')
  const body = rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? `<th scope="row">${run(cell)}</th>` : `<td>${run(cell)}</td>`))
      .join(''),
  )
  return `<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><caption>${label}</caption><thead><tr>${head}</tr></thead><tbody>${body.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table></div>`
}

function signatures({ head, rows }: Signatures): string {
  const heads = [head.role, head.name, head.date, head.signature].map(
    (one) => `<th scope="col">${escapeMarkup(one)}</th>`,
  )
  const body = rows.map(
    ({ role, name }) =>
      `<tr><th scope="row">${escapeMarkup(role)}</th><td>${escapeMarkup(name)}</td><td></td><td></td></tr>`,
  )
  return `<table class="signatures"><thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}

function run(lines: Lines): string {
  return lines.map(lineOf).join('')
}

function lineOf({ text, link, quiet }: Line): string {
  const said = escapeMarkup(text)
  const words = link === undefined ? said : `<a href="${escapeMarkup(link)}" rel="noreferrer">${said}</a>`
  return `<span class="${quiet ? 'note' : 'line'}">${words}</span>`
}
