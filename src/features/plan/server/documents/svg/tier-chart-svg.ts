import type { Stop, TierChart } from '../../../domain/outline/plan-document.ts'
import { coloured, element, fitted, type Inside, tierInk, tierTint, words } from './svg-parts.ts'

const between = 18
const left = 66

/** Boxes on top of each other, the vendor above, the requester below. */
export function tierChartSvg({ stops }: TierChart, width: number): Inside {
  let y = 1
  const parts: string[] = []
  stops.forEach((stop, index) => {
    const { height, inside } = box(stop, y, width)
    parts.push(inside)
    y += height
    if (index === stops.length - 1) return
    const dashed = index === 0 && stop.level === stops.length - 1
    parts.push(
      element('path', {
        d: `M36 ${y} V${y + between}`,
        ...coloured('line'),
        'stroke-width': 2,
        'stroke-dasharray': dashed ? '4 3' : undefined,
      }),
    )
    y += between
  })
  return { height: y + 1, inside: parts.join('') }
}

function box({ level, name, lines }: Stop, y: number, width: number): Inside {
  const room = width - left - 16
  const names = fitted(name, room, 16, 2)
  const more = lines.flatMap((one) => fitted(one, room, 14, 2))
  const height = 20 + names.length * 20 + more.length * 19
  const middle = y + height / 2
  return {
    height,
    inside: [
      element('rect', { x: 0, y, width, height, rx: 6, ...tierTint(level) }),
      element('rect', { x: 0, y, width: 5, height, rx: 2.5, ...tierInk(level) }),
      ...(level === null ? [person(36, middle)] : [number(36, middle, level)]),
      ...names.map((text, index) => words(left, y + 25 + index * 20, text, { size: 16, bold: true })),
      ...more.map((text, index) =>
        words(left, y + 25 + names.length * 20 + index * 19 - 1, text, { size: 14, part: 'quiet' }),
      ),
    ].join(''),
  }
}

/** The number of a tier on its colour. */
export function number(x: number, y: number, level: number): string {
  return (
    element('circle', { cx: x, cy: y, r: 14, ...tierInk(level) }) +
    words(x, y + 5.5, String(level), { size: 16, bold: true, part: 'paper', anchor: 'middle' })
  )
}

export function person(x: number, y: number): string {
  return (
    element('circle', { cx: x, cy: y - 6, r: 5.5, ...coloured('tip') }) +
    element('path', { d: `M${x - 10} ${y + 12} a10 10 0 0 1 20 0 z`, ...coloured('tip') })
  )
}
