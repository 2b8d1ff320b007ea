import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'
import { type DrawnEdge, drawnEdges } from './drawn-edges.ts'
import { pathFacts, type Step } from './path-facts.ts'
import { useStepTime, useUnderWords } from './step-words.ts'

const useStyles = makeStyles({
  drawing: { width: '100%', height: 'auto', display: 'block', overflow: 'visible' },
  name: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, fontSize: '13px' },
  detail: { fill: tokens.colorNeutralForeground2, fontSize: '12px' },
  up: { stroke: tokens.colorNeutralForeground2, strokeWidth: '2px', fill: 'none' },
  down: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px', fill: 'none', strokeDasharray: '6 4' },
  back: { stroke: tokens.colorStatusWarningForeground1, strokeWidth: '2px', fill: 'none', strokeDasharray: '2 3' },
  ahead: { stroke: tokens.colorNeutralStroke1, strokeWidth: '2px', fill: 'none' },
  // The halo keeps a label readable where a line of another step passes under it.
  label: {
    fill: tokens.colorNeutralForeground2,
    fontSize: '11px',
    paintOrder: 'stroke',
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '5px',
    strokeLinejoin: 'round',
  },
  halo: { fill: 'none', strokeWidth: '2px' },
  number: { fill: 'var(--tier-on-fill)', fontSize: '15px', fontWeight: tokens.fontWeightSemibold },
  hollow: { fill: tokens.colorNeutralBackground1, strokeWidth: '2px' },
})

const size = { width: 880, line: 76, radius: 17 } as const

/**
 * The way of a ticket: tiers as steps, up with evidence, down with the solution. The same facts stand in words below it (PathWords), so
 * that the drawing itself is hidden from screen readers.
 */
export function PathDrawing({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const timeOf = useStepTime(shown)
  const underWords = useUnderWords()
  const arrow = useId()
  const steps = shown.path.steps.filter((step) => step.kind === 'tier' || step.state !== 'ahead')
  const gap = (size.width - 140) / Math.max(1, steps.length - 1)
  const x = (index: number) => 70 + index * gap
  const place = (tier: number) => x(steps.findIndex((step) => step.tier === tier))
  const edges = drawnEdges(shown.path.edges).filter(
    ({ from, to }) => steps.some((step) => step.tier === from) && steps.some((step) => step.tier === to),
  )
  const edgeWords = ({ direction, evidence, times }: DrawnEdge) =>
    direction === 'up' && evidence === 0
      ? t('path.edge.upBare')
      : t.any(`path.edge.${direction}`, { count: direction === 'up' ? evidence : times })
  // A solution that goes past a tier swings below it, and what stands under the tiers makes room.
  const apart = (edge: DrawnEdge) => Math.max(1, Math.round(Math.abs(place(edge.to) - place(edge.from)) / gap))
  const curve = (edge: DrawnEdge) => {
    const [from, to] = [place(edge.from), place(edge.to)]
    const kind: keyof typeof markerColour =
      edge.direction === 'up' || edge.direction === 'down' ? edge.direction : 'back'
    const way = Math.sign(to - from) * 22
    const y = size.line + { up: 0, down: 10, back: -12 }[kind]
    const bend = { up: 0, down: 48 * apart(edge) - 14, back: -34 }[kind]
    return { start: from + way, end: to - way, y, bend, kind }
  }
  const down = edges.filter((edge) => edge.direction === 'down').map(apart)
  const below = size.line + (down.length === 0 ? 44 : 42 + 24 * Math.max(...down))
  const told = pathFacts(shown)
  const linesOf = (step: Step) => [...timeOf(step), ...underWords(told(step).under)]
  const height = below + 18 * (Math.max(1, ...steps.map((step) => linesOf(step).length)) - 1) + 8
  return (
    <svg viewBox={`0 0 ${size.width} ${height}`} className={styles.drawing} aria-hidden focusable="false">
      <defs>
        {(['up', 'down', 'back'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${arrow}-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path
              d="M0 0 8 4 0 8Z"
              className={styles[kind]}
              style={{ fill: 'currentColor', stroke: 'none', color: markerColour[kind] }}
            />
          </marker>
        ))}
      </defs>
      {steps.slice(1).map((step, index) => (
        <line
          key={step.tier}
          x1={x(index) + 24}
          x2={x(index + 1) - 24}
          y1={size.line}
          y2={size.line}
          className={styles.ahead}
          opacity={0.5}
        />
      ))}
      {edges.map((edge) => {
        const { start, end, y, bend, kind } = curve(edge)
        return (
          <path
            key={`${edge.direction}-${edge.from}-${edge.to}`}
            d={`M${start} ${y}Q${(start + end) / 2} ${y + bend} ${end} ${y}`}
            className={styles[kind]}
            markerEnd={`url(#${arrow}-${kind})`}
          />
        )
      })}
      {edges.map((edge) => {
        const { start, end, y, bend, kind } = curve(edge)
        return (
          <text
            key={`${edge.direction}-${edge.from}-${edge.to}`}
            x={(start + end) / 2}
            y={kind === 'down' ? y + bend / 2 + 14 : kind === 'back' ? y - 24 : y - 8}
            textAnchor="middle"
            className={styles.label}
          >
            {edgeWords(edge)}
          </text>
        )
      })}
      {steps.map((step, index) => {
        const hue = `var(--tier-${Math.min(step.tier, 4)}-fill)`
        const reached = step.state === 'now' || step.state === 'been'
        const agent = step.agentId ? shown.people[step.agentId]?.name : null
        return (
          <g key={step.tier}>
            {told(step).isWhere && (
              <circle cx={x(index)} cy={size.line} r={size.radius + 5} className={styles.halo} stroke={hue} />
            )}
            <circle
              cx={x(index)}
              cy={size.line}
              r={size.radius}
              {...(reached ? { fill: hue } : { className: styles.hollow, stroke: hue })}
            />
            <text
              x={x(index)}
              y={size.line + 5}
              textAnchor="middle"
              className={reached ? styles.number : styles.name}
              {...(reached ? {} : { style: { fill: `var(--tier-${Math.min(step.tier, 4)}-ink)` } })}
            >
              {step.tier}
            </text>
            <text x={x(index)} y={22} textAnchor="middle" className={styles.name}>
              {names.tier(step.tier)}
            </text>
            <text x={x(index)} y={40} textAnchor="middle" className={styles.detail}>
              {step.kind === 'vendor'
                ? t(step.state === 'now' ? 'path.vendorNow' : 'path.vendorBeen')
                : (agent ?? (step.state === 'ahead' ? t('path.notReached') : t('path.nobody')))}
            </text>
            {linesOf(step).map((line, row) => (
              <text key={line} x={x(index)} y={below + 18 * row} textAnchor="middle" className={styles.detail}>
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}

const markerColour = {
  up: tokens.colorNeutralForeground2,
  down: tokens.colorBrandStroke1,
  back: tokens.colorStatusWarningForeground1,
} as const
