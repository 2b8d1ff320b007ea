import { tierInks } from '#integrations/documents/colours.ts'
import type { RolloutChart } from '../../../domain/outline/plan-document.ts'
import { namedMonths } from '../../../domain/outline/named-months.ts'
import { coloured, element, fitted, type Inside, words } from './svg-parts.ts'

const lane = 236
const head = 26
const row = 42
const monthRoom = 64

/** A time line: months above, a bar for each phase, wave and bridge. */
export function rolloutSvg({ bars, months }: RolloutChart, width: number): Inside {
  const height = head + bars.length * row + 2
  const room = width - lane
  const at = (share: number) => lane + share * room
  return {
    height,
    inside: [
      element('path', { d: `M${lane} ${head} H${width}`, ...coloured('edge'), 'stroke-width': 1 }),
      ...months.map(({ offset }) =>
        element('path', { d: `M${at(offset)} ${head - 8} V${height}`, ...coloured('edge'), 'stroke-width': 1 }),
      ),
      ...namedMonths(months, monthRoom / room).map(({ name, offset }) =>
        words(at(offset) + 4, head - 8, name, { size: 13, part: 'quiet' }),
      ),
      ...bars.flatMap((bar, index) => {
        const y = head + index * row
        const indent = bar.kind === 'phase' ? 0 : 16
        const name = fitted(bar.name, lane - indent - 14, 15, 1)[0] ?? ''
        return [
          words(indent, y + 18, name, { size: 15, bold: bar.kind === 'phase' }),
          words(indent, y + 35, bar.when, { size: 13, part: 'quiet' }),
          strip(bar, at(bar.offset), y + 11, Math.max(bar.length * room, 4)),
        ]
      }),
    ].join(''),
  }
}

function strip({ kind }: RolloutChart['bars'][number], x: number, y: number, width: number): string {
  const place = { x, y, width, height: 20, rx: 4 }
  if (kind === 'phase') return element('rect', { ...place, class: 'f-ink-1', fill: tierInks[0] })
  if (kind === 'wave') return element('rect', { ...place, class: 'f-wave', fill: '#8db9e8' })
  return element('rect', {
    ...place,
    class: 'f-box s-ink-2',
    fill: '#ffffff',
    stroke: tierInks[1],
    'stroke-width': 2,
    'stroke-dasharray': '5 3',
  })
}
