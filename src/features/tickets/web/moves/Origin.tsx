import { makeStyles, tokens } from '@fluentui/react-components'
import { BotRegular } from '@fluentui/react-icons/svg/bot'
import { Time } from '#ui/time/Time.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import type { FoundItem } from '../../contract/evidence-found.ts'

const useStyles = makeStyles({
  origin: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** Beside an answer that nobody typed: where the machine has it from, how old it is, or why it has none. */
export function Origin({ found }: { readonly found: FoundItem }) {
  const t = useWords('tickets')
  const styles = useStyles()
  return (
    <p className={styles.origin} data-origin={found.source}>
      <BotRegular aria-hidden />
      <span>
        {found.value === ''
          ? t('evidenceFound.nothing', { source: t.any(`evidenceFound.sources.${found.source}`) })
          : t('evidenceFound.filled', { source: t.any(`evidenceFound.sources.${found.source}`) })}
      </span>
      {found.readAt && <Time at={found.readAt} form="relative" />}
      {found.failed && <span>{t('evidenceFound.failed', { why: whyNot(t, found.failed) })}</span>}
    </p>
  )
}

function whyNot(t: Words<'tickets'>, code: string): string {
  return t.has(`evidenceFound.failures.${code}`) ? t.any(`evidenceFound.failures.${code}`) : code
}
