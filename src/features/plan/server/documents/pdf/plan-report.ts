import type { Report } from '#integrations/documents/report.ts'
import type { FigureBlock, PlanDocument } from '../../../domain/outline/plan-document.ts'
import { figureSvg } from '../svg/figure-svg.ts'

/** The plan as the printer takes it: its figures drawn. */
export function planReport(document: PlanDocument): Report {
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'figure') return block
    const { kind, alt, caption, figure } = block
    const svg = onePage(block).map((part) => figureSvg(part, false))
    return { kind, alt, caption, svg, width: widthOf(figure.kind) }
  })
  return { ...document, blocks }
}

/** A calendar of more bars goes on on the next page. */
const barsOnOnePage = 16

function onePage(block: FigureBlock): readonly FigureBlock[] {
  const { figure } = block
  if (figure.kind !== 'calendar') return [block]
  const { bars } = figure
  return Array.from({ length: Math.max(1, Math.ceil(bars.length / barsOnOnePage)) }, (_, part) => ({
    ...block,
    figure: { ...figure, bars: bars.slice(part * barsOnOnePage, (part + 1) * barsOnOnePage) },
  }))
}

const widthOf = (kind: string) => (kind === 'calendar' ? 1 : 0.8)
