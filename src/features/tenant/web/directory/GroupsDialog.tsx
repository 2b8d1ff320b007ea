import { Button, Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { announce } from '#ui/notice/announce.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { useFieldProblems } from '../field-problems.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { groupsBeginning } from './directory-queries.ts'

type Chosen = { readonly entraGroupId: string; readonly name: string; readonly key: string }

export type GroupsDialogProps = {
  readonly view: DirectoryView
  readonly open: boolean
  readonly onClose: () => void
}

/** Chooses groups by name, and says how waves name each of them. */
export function GroupsDialog({ view, open, onClose }: GroupsDialogProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('tenant')
  const [chosen, setChosen] = useState<readonly Chosen[]>(
    view.groups.map(({ entraGroupId, name, key }) => ({ entraGroupId, name, key })),
  )
  const { wrong, sending } = useFieldProblems()

  const submit = async () => {
    await sending(() => tenantApi('PUT /api/v1/tenant/directory', { body: { groups: [...chosen] } }))
    await queries.invalidateQueries({ queryKey: tenantKey })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('directory.choose')}
      intro={t('directory.intro')}
      primary={t('directory.keep')}
      onSubmit={submit}
      canSubmit={chosen.every(({ key }) => key.trim() !== '')}
      why={t('directory.keyNeeded')}
      refusalWords={refusalWords}
    >
      <FindGroups
        chosen={chosen}
        onAdd={(group) => {
          setChosen([...chosen, { ...group, key: group.name }])
          announce(t('directory.isAdded', { name: group.name }))
        }}
      />
      <h3 className={styles.subtitle}>{t('directory.chosen')}</h3>
      {chosen.length === 0 ? (
        <p className={`${styles.plain} ${styles.quiet}`}>{t('directory.noneChosen')}</p>
      ) : (
        <ul className={styles.list}>
          {chosen.map((group, index) => (
            <li key={group.entraGroupId} className={styles.item}>
              <div className={styles.grow}>
                <FormField
                  label={t('directory.keyOf', { name: group.name })}
                  error={wrong.get(`groups.${index}.key`)}
                  required
                >
                  <Input
                    value={group.key}
                    maxLength={200}
                    onChange={(_, { value: key }) =>
                      setChosen(chosen.map((one) => (one === group ? { ...group, key } : one)))
                    }
                  />
                </FormField>
              </div>
              <Button
                size="small"
                aria-label={t('directory.removeOf', { name: group.name })}
                onClick={() => setChosen(chosen.filter((one) => one !== group))}
              >
                {t('directory.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </MoveDialog>
  )
}

function FindGroups({
  chosen,
  onAdd,
}: {
  readonly chosen: readonly Chosen[]
  readonly onAdd: (group: { readonly entraGroupId: string; readonly name: string }) => void
}) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const [typed, setTyped] = useState('')
  const begins = useSettled(typed.trim(), 300)
  const query = useQuery(groupsBeginning(begins))
  const problemText = useProblemText(useRefusals('tenant'))
  const found = (query.data?.groups ?? []).filter((one) =>
    chosen.every(({ entraGroupId }) => entraGroupId !== one.entraGroupId),
  )
  return (
    <>
      <FormField label={t('directory.find')} hint={t('directory.findHint')}>
        <Input type="search" value={typed} maxLength={100} onChange={(_, { value }) => setTyped(value)} />
      </FormField>
      <div role="status">
        {query.isPending && <p className={`${styles.plain} ${styles.quiet}`}>{t('directory.finding')}</p>}
        {query.isError && <p className={`${styles.plain} ${styles.bad}`}>{problemText(query.error).sentence}</p>}
        {query.isSuccess && found.length === 0 && (
          <p className={`${styles.plain} ${styles.quiet}`}>{t('directory.noneFound')}</p>
        )}
      </div>
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.slice(0, 8).map((group) => (
            <li key={group.entraGroupId} className={styles.item}>
              <span className={styles.grow}>{group.name}</span>
              <Button
                size="small"
                aria-label={t('directory.addOf', { name: group.name })}
                onClick={() => onAdd(group)}
              >
                {t('directory.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
