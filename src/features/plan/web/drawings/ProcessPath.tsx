import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useGoToPlace } from './drawing-places.tsx'

const rowHeight = 96
const box = { x: 108, width: 204, height: 52 }
const up = 74
const down = 350

const useStyles = makeStyles({
  svg: { width: '100%', height: 'auto', display: 'block', maxWidth: '460px' },
  box: { fill: tokens.colorNeutralBackground1, strokeWidth: '2px' },
  user: { stroke: tokens.colorNeutralStrokeAccessible },
  text: { fill: tokens.colorNeutralForeground1, fontSize: '14px', fontFamily: tokens.fontFamilyBase },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fill: tokens.colorNeutralForeground2, fontSize: '12px' },
  line: { stroke: tokens.colorNeutralForeground2, strokeWidth: '2px', fill: 'none' },
  dashed: { strokeDasharray: '6 5' },
  head: { fill: tokens.colorNeutralForeground2 },
  step: { fill: tokens.colorNeutralForeground1 },
  stepNumber: { fill: tokens.colorNeutralBackground1, fontSize: '12px', fontWeight: tokens.fontWeightSemibold },
})

/** The five steps: solid on the way up, dashed on the way down. The list beneath says the same in words. */
export function ProcessPath({ plan }: { readonly plan: SupportPlan }) {
  const { t, text } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const id = useId()
  const { tiers, vendor } = plan.teams
  const stops = [
    { level: 0, name: t('teams.requester'), place: ['process', 'contactTier'] },
    ...tiers.map((tier, index) => ({
      level: tier.level,
      name: text(tier.name),
      place: ['teams', 'tiers', index],
    })),
    ...(vendor ? [{ level: vendor.level, name: text(vendor.name), place: ['teams', 'vendor'] }] : []),
  ]
  const height = stops.length * rowHeight
  const y = (index: number) => height - (index + 1) * rowHeight + (rowHeight - box.height) / 2
  const ownTiers = tiers.length
  const leads = useGoToPlace() !== null
  const evidence = (from: number) =>
    plan.process.edges.find((edge) => edge.from === from)?.evidence.filter((item) => item.required).length ?? 0
  const edgePlace = (from: number): Place => {
    const index = plan.process.edges.findIndex((edge) => edge.from === from)
    return index < 0 ? ['process', 'edges'] : ['process', 'edges', index]
  }
  return (
    <figure className={mergeClasses(plain.plain, plain.stack)} aria-labelledby={id}>
      <svg
        viewBox={`0 0 420 ${height}`}
        className={styles.svg}
        role={leads ? 'group' : 'img'}
        aria-labelledby={id}
      >
        <title id={id}>{t('drawings.path')}</title>
        {stops.map((stop, index) => (
          <PlaceLink key={stop.level} place={stop.place}>
            <Stop level={stop.level} name={stop.name} y={y(index)} />
          </PlaceLink>
        ))}
        {stops.slice(1).map((stop, index) => {
          const middle = y(index) - (rowHeight - box.height) / 2
          const label = index === 0 ? '' : t('process.evidenceCount', { count: evidence(stop.level - 1) })
          const dashedDown = index < ownTiers
          return (
            <g key={stop.level}>
              <Arrow x1={up} y1={y(index) + 10} x2={up} y2={y(index + 1) + box.height - 10} solid />
              {label !== '' && (
                <PlaceLink place={edgePlace(stop.level - 1)} name={`${label}: ${stop.level - 1} → ${stop.level}`}>
                  <text
                    x={up - 14}
                    y={middle + 4}
                    textAnchor="end"
                    className={mergeClasses(styles.text, styles.quiet)}
                  >
                    {label}
                  </text>
                </PlaceLink>
              )}
              {dashedDown && (
                <Arrow x1={down} y1={y(index + 1) + box.height - 10} x2={down} y2={y(index) + 10} solid={false} />
              )}
            </g>
          )
        })}
        <Step x={up} y={y(0) - (rowHeight - box.height) / 2} number={1} />
        {ownTiers > 1 && <Step x={up} y={y(1) - (rowHeight - box.height) / 2} number={2} />}
        {ownTiers > 2 && <Step x={up} y={y(2) - (rowHeight - box.height) / 2} number={3} />}
        {ownTiers > 1 && <Step x={down} y={y(ownTiers - 1) - (rowHeight - box.height) / 2} number={4} />}
        <Step x={down} y={y(0) - (rowHeight - box.height) / 2} number={5} />
      </svg>
      <figcaption>
        <ol className={plain.list}>
          <li>{t('steps.one', { tier: plan.process.contactTier })}</li>
          <li>{t('steps.two')}</li>
          <li>{t('steps.three')}</li>
          <li>{plan.process.wayDown === 'together' ? t('steps.fourTogether') : t('steps.fourStepByStep')}</li>
          <li>{t('steps.five')}</li>
        </ol>
        {plan.process.fastLanes.map((lane) => (
          <p key={`${lane.priority} ${lane.from}`} className={mergeClasses(plain.plain, plain.quiet)}>
            {t('steps.fastLane', {
              priority: text(plan.process.priorityNames[lane.priority]),
              from: lane.from,
              to: lane.to,
            })}
          </p>
        ))}
      </figcaption>
    </figure>
  )
}

type PlaceLinkProps = { readonly place: Place; readonly name?: string; readonly children: ReactNode }

/** A part of the drawing that leads to its field while editing. */
function PlaceLink({ place, name, children }: PlaceLinkProps) {
  const goTo = useGoToPlace()
  if (!goTo) return <g>{children}</g>
  return (
    <a
      href={`#at-${place.join('-')}`}
      {...(name === undefined ? {} : { 'aria-label': name })}
      onClick={(event) => {
        event.preventDefault()
        goTo(place)
      }}
    >
      {children}
    </a>
  )
}

function Stop({ level, name, y }: { readonly level: number; readonly name: string; readonly y: number }) {
  const styles = useStyles()
  const shown = name.length > 22 ? `${name.slice(0, 21)}…` : name
  const mark = Math.min(level, 4)
  const colour = level === 0 ? {} : { stroke: `var(--tier-${mark}-ink)` }
  return (
    <g>
      <rect
        x={box.x}
        y={y}
        width={box.width}
        height={box.height}
        rx={8}
        className={mergeClasses(styles.box, level === 0 && styles.user)}
        style={colour}
      />
      {level > 0 && (
        <>
          <circle cx={box.x + 24} cy={y + box.height / 2} r={13} style={{ fill: `var(--tier-${mark}-fill)` }} />
          <text
            x={box.x + 24}
            y={y + box.height / 2 + 5}
            textAnchor="middle"
            style={{ fill: '#ffffff' }}
            fontSize={14}
          >
            {level}
          </text>
        </>
      )}
      <text
        x={level === 0 ? box.x + box.width / 2 : box.x + 46}
        y={y + box.height / 2 + 5}
        textAnchor={level === 0 ? 'middle' : 'start'}
        className={mergeClasses(styles.text, styles.strong)}
      >
        {shown}
      </text>
    </g>
  )
}

type ArrowProps = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly solid: boolean
}

/** Bends out of the side of one stop and into the side of the next. */
function Arrow({ x1, y1, x2, y2, solid }: ArrowProps) {
  const styles = useStyles()
  const side = x1 < box.x ? box.x : box.x + box.width
  const tip = x2 < box.x ? -7 : 7
  return (
    <g>
      <path
        d={`M${side} ${y1} H${x1} V${y2} H${side + tip}`}
        className={mergeClasses(styles.line, !solid && styles.dashed)}
      />
      <path d={`M${side} ${y2} l${tip * 1.3} -5 v10 z`} className={styles.head} />
    </g>
  )
}

function Step({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  const styles = useStyles()
  return (
    <g>
      <circle cx={x} cy={y} r={11} className={styles.step} />
      <text x={x} y={y + 4} textAnchor="middle" className={mergeClasses(styles.text, styles.stepNumber)}>
        {number}
      </text>
    </g>
  )
}
