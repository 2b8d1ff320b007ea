import type { ProcessPath, Stop, Way } from '../../../domain/outline/plan-document.ts'
import { coloured, element, fitted, type Inside, tierInk, words } from './svg-parts.ts'
import { number, person } from './tier-chart-svg.ts'

const row = 92
const box = { x: 175, width: 290, height: 54 }
const up = 125
const down = 515

/** Solid on the way up, at the left; dashed on the way down, at the right. */
export function processPathSvg({ stops, ways }: ProcessPath, _width: number): Inside {
  const height = stops.length * row - (row - box.height) + 2
  const top = (index: number) => height - 1 - box.height - index * row
  return {
    height,
    inside: [
      ...stops.map((stop, index) => stopAt(stop, top(index))),
      ...ways.map((way, index) => wayBetween(way, top(index) + 12, top(index + 1) + box.height - 12)),
    ].join(''),
  }
}

function stopAt({ level, name }: Stop, y: number): string {
  const text = fitted(name, box.width - 66, 16, 2)
  const first = y + box.height / 2 + (text.length === 1 ? 5.5 : -4)
  const { fill } = tierInk(level)
  return [
    element('rect', {
      x: box.x,
      y,
      width: box.width,
      height: box.height,
      rx: 8,
      class: level === null ? 'f-box' : `f-box s-ink-${Math.min(level, 4)}`,
      fill: '#ffffff',
      stroke: fill,
      'stroke-width': 2,
    }),
    level === null ? person(box.x + 28, y + box.height / 2) : number(box.x + 28, y + box.height / 2, level),
    ...text.map((one, index) => words(box.x + 54, first + index * 19, one, { size: 16, bold: true })),
  ].join('')
}

function wayBetween({ up: rise, down: fall }: Way, from: number, to: number): string {
  const middle = (from + to) / 2
  const parts = [arrow(up, from, to, false), note(up, middle, rise.step, rise.label, true)]
  if (fall) parts.push(arrow(down, to, from, true), note(down, middle, fall.step, fall.label, false))
  return parts.join('')
}

/** Bends out of the side of one stop and into the side of the next. */
function arrow(x: number, from: number, to: number, dashed: boolean): string {
  const side = x < box.x ? box.x : box.x + box.width
  const back = x < box.x ? -9 : 9
  return (
    element('path', {
      d: `M${side} ${from} H${x} V${to} H${side + back}`,
      ...coloured('line'),
      'stroke-width': 2,
      'stroke-dasharray': dashed ? '6 4' : undefined,
    }) + element('path', { d: `M${side} ${to} l${back * 1.2} -5.5 v11 z`, ...coloured('tip') })
  )
}

function note(x: number, y: number, step: number | null, label: string, left: boolean): string {
  const away = left ? -18 : 18
  return [
    ...(step === null
      ? []
      : [
          element('circle', { cx: x, cy: y, r: 11.5, ...coloured('step') }),
          words(x, y + 4.5, String(step), { size: 13, bold: true, part: 'paper', anchor: 'middle' }),
        ]),
    ...fitted(label, 98, 14, 2).map((one, index, all) =>
      element(
        'g',
        {},
        words(x + away, y + 5 + (index - (all.length - 1) / 2) * 17, one, {
          size: 14,
          part: 'quiet',
          ...(left ? { anchor: 'end' } : {}),
        }),
      ),
    ),
  ].join('')
}
