import { makeStyles, tokens } from '@fluentui/react-components'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'
import { PathDrawing } from './PathDrawing.tsx'
import { PathWords } from './PathWords.tsx'

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    position: 'relative',
    // The drawing is made for 880 px, at which its smallest words are 11 px. In a bridge's room the card is narrower, on a wide screen too.
    containerType: 'inline-size',
  },
  wide: { display: 'block', '@container (max-width: 879px)': { display: 'none' } },
  narrow: { display: 'none', '@container (max-width: 879px)': { display: 'block' } },
})

/** Drawn where there is room, told in words where there is none, and to those who do not see it. */
export function PathCard({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const styles = useStyles()
  return (
    <div className={styles.card}>
      <div className={styles.wide}>
        <PathDrawing shown={shown} names={names} />
        <PathWords shown={shown} names={names} hidden />
      </div>
      <div className={styles.narrow}>
        <PathWords shown={shown} names={names} hidden={false} />
      </div>
    </div>
  )
}
