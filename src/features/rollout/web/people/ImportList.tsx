import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { PeopleImport } from '../../contract/people.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { imports, rolloutApi, useRefreshRollout } from '../queries.ts'

/** Files that were imported, each of which can be undone. */
export function ImportList() {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const query = useQuery(imports)
  const undoing = useDialog<PeopleImport>()
  const toast = useToast()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout', 'plan')
  return (
    <Loaded query={query}>
      {({ imports: made }) =>
        made.length > 0 && (
          <Section title={t('imports.title')}>
            <ul className={styles.list}>
              {made.map((one) => (
                <li key={one.id} className={mergeClasses(styles.card, styles.apart)}>
                  <span className={styles.tight}>
                    <strong dir="auto">{one.fileName}</strong>
                    <span className={styles.quiet}>
                      {t('imports.line', { name: one.by.name, added: one.added, changed: one.changed })} ·{' '}
                      <Time at={one.at} form="absolute" />
                    </span>
                    {one.undone && (
                      <span className={styles.quiet}>
                        {t('imports.undone', { name: one.undone.by.name })} ·{' '}
                        <Time at={one.undone.at} form="absolute" />
                      </span>
                    )}
                  </span>
                  {!one.undone && (
                    <Button
                      size="small"
                      aria-label={`${t('imports.undo')}: ${one.fileName}`}
                      onClick={() => undoing.show(one)}
                    >
                      {t('imports.undo')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <ConfirmDialog
              key={undoing.turn}
              open={undoing.open}
              onClose={undoing.hide}
              title={t('imports.undoTitle', { file: undoing.of?.fileName ?? '' })}
              text={t('imports.undoText')}
              primary={t('imports.undo')}
              refusalWords={refusalWords}
              onConfirm={async () => {
                if (!undoing.of) return
                const params = { id: undoing.of.id }
                const done = await rolloutApi('POST /api/v1/rollout/imports/:id/undo', { params })
                toast({
                  text: t('imports.undoDone', { removed: done.removed, kept: done.kept, takenOut: done.takenOut }),
                  tone: 'success',
                })
                await refresh()
              }}
            />
          </Section>
        )
      }
    </Loaded>
  )
}
