import type { FigureBlock } from '../../../domain/outline/plan-document.ts'
import { processPathSvg } from './process-path-svg.ts'
import { rolloutSvg } from './rollout-svg.ts'
import { drawing } from './svg-parts.ts'
import { tierChartSvg } from './tier-chart-svg.ts'

const figureWidth = 640

/** The drawing as SVG. Where the document itself says what it shows, as PDF does, it carries no words of its own for it. */
export function figureSvg({ figure, alt }: FigureBlock, labelled: boolean): string {
  const { height, inside } =
    figure.kind === 'tiers'
      ? tierChartSvg(figure, figureWidth)
      : figure.kind === 'path'
        ? processPathSvg(figure, figureWidth)
        : rolloutSvg(figure, figureWidth)
  return drawing(figureWidth, height, inside, labelled ? alt : null)
}
