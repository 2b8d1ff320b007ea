import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { LineageView } from '../../contract/lineage.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { LastDay } from '../home/LastDay.tsx'
import { type LineNode, treeOf } from './line-tree.ts'

const stroke = `2px solid ${tokens.colorNeutralStrokeAccessible}`

const useStyles = makeStyles({
  tree: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  branch: {
    listStyleType: 'none',
    margin: 0,
    marginInlineStart: '18px',
    padding: 0,
    '& > li': {
      position: 'relative',
      paddingInlineStart: '26px',
      paddingBlockStart: tokens.spacingVerticalS,
    },
    // The line down, and the one that goes off to each.
    '& > li::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlock: 0,
      borderInlineStartWidth: '2px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
    },
    '& > li:last-child::before': { insetBlockEnd: 'auto', height: '30px' },
    '& > li::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      insetBlockStart: '29px',
      width: '24px',
      borderTopWidth: '2px',
      borderTopStyle: 'solid',
      borderTopColor: tokens.colorNeutralStrokeAccessible,
    },
  },
  node: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    maxWidth: '100%',
    minHeight: '40px',
    boxSizing: 'border-box',
    border: stroke,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  root: { backgroundColor: tokens.colorBrandBackground2 },
  dashed: { border: `2px dashed ${tokens.colorNeutralStrokeAccessible}` },
  loose: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type LineDrawingProps = { readonly shown: LineageView; readonly courseKey: string }

/** Who trained whom in one course: from the team it begins with, over the leads, to the members; who is missing stands dashed. */
export function LineDrawing({ shown, courseKey }: LineDrawingProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  const course = shown.courses.find(({ key }) => key === courseKey)
  const { roots, loose } = treeOf(shown.links, courseKey)
  const untrained = shown.gaps.filter((gap) => gap.courseKey === courseKey && gap.kind === 'untrained')
  const name = (id: string) => shown.people.find((person) => person.id === id)?.name ?? '–'
  return (
    <figure className={mergeClasses(styles.plain, styles.stack)} aria-label={t('lineage.drawing')}>
      {roots.length === 0 && <p className={styles.plain}>{t('lineage.nobody')}</p>}
      <ul className={own.tree}>
        {roots.map((node) => (
          <li key={node.personId}>
            <span className={mergeClasses(own.node, own.root)}>
              <strong>{name(node.personId)}</strong>
              <span className={mergeClasses(styles.quiet, styles.small)}>{t('lineage.begins')}</span>
            </span>
            <Branch nodes={node.trained} name={name} tier={course?.tier ?? 1} />
          </li>
        ))}
      </ul>
      {loose.length > 0 && (
        <div className={styles.tight}>
          <strong>{t('lineage.loose')}</strong>
          <Branch nodes={loose} name={name} tier={course?.tier ?? 1} />
        </div>
      )}
      {untrained.length > 0 && (
        <div className={styles.tight}>
          <strong>{t('lineage.untrained', { count: untrained.length })}</strong>
          <div className={own.loose}>
            {untrained.map(({ person }) => (
              <span key={person.id} className={mergeClasses(own.node, own.dashed)}>
                {person.name}
              </span>
            ))}
          </div>
        </div>
      )}
    </figure>
  )
}

type BranchProps = {
  readonly nodes: readonly LineNode[]
  readonly name: (id: string) => string
  readonly tier: number
}

const colours = { valid: 'success', ending: 'warning', ended: 'danger', 'line-broken': 'warning' } as const

function Branch({ nodes, name, tier }: BranchProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const own = useStyles()
  if (nodes.length === 0) return null
  return (
    <ul className={own.branch}>
      {nodes.map(({ personId, link, trained }) => (
        <li key={personId}>
          <span className={mergeClasses(own.node, link?.state === 'ended' && own.dashed)}>
            <TierBadge tier={tier} size="small" />
            <span>{name(personId)}</span>
            {link && link.state !== 'valid' && (
              <Badge size="small" appearance="tint" color={colours[link.state]}>
                {t(`certificates.state.${link.state}`)}
              </Badge>
            )}
            {link && (
              <span className={mergeClasses(styles.quiet, styles.small)}>
                {t('standing.until')} <LastDay until={link.validUntil} />
              </span>
            )}
          </span>
          <Branch nodes={trained} name={name} tier={tier} />
        </li>
      ))}
    </ul>
  )
}
