import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  Select,
} from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { FormField } from '#ui/form/FormField.tsx'
import { useReturnFocus } from '#ui/form/return-focus.ts'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { type ShownDialog, useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ApiToken } from '../../contract/views.ts'
import { CopyButton } from '../CopyButton.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { apiTokens, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

/** With which programs act for one through the API. */
export function ApiTokens() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const query = useQuery(apiTokens)
  const making = useDialog()
  const secret = useDialog<string>()
  const ending = useDialog<ApiToken>()
  return (
    <Section
      title={t('tokens.title')}
      card
      action={
        <Button size="small" onClick={() => making.show(true)}>
          {t('tokens.make')}
        </Button>
      }
    >
      <p className={styles.plain}>{t('tokens.text')}</p>
      <Loaded query={query}>
        {(data) => (
          <ul className={styles.list}>
            {data.tokens.map((token) => (
              <li key={token.id} className={styles.item}>
                <span className={styles.grow}>
                  {token.name}
                  <div className={`${styles.quiet} ${styles.small}`}>
                    {t('tokens.until')} <Time at={token.expiresAt} />
                    {token.usedAt && (
                      <>
                        {' · '}
                        {t('tokens.used')} <Time at={token.usedAt} />
                      </>
                    )}
                  </div>
                </span>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('tokens.endOf', { name: token.name })}
                  onClick={() => ending.show(token)}
                >
                  {t('tokens.end')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <MakeDialog key={making.turn} open={making.open} onClose={making.hide} onMade={secret.show} />
      <SecretDialog dialog={secret} />
      <ConfirmDialog
        open={ending.open}
        onClose={ending.hide}
        title={t('tokens.endOf', { name: ending.of?.name ?? '' })}
        text={t('tokens.endText')}
        primary={t('tokens.end')}
        onConfirm={async () => {
          if (!ending.of) return
          await peopleApi('DELETE /api/v1/me/api-tokens/:id', { params: { id: ending.of.id } })
          await queries.invalidateQueries({ queryKey: apiTokens.queryKey })
        }}
        danger
      />
    </Section>
  )
}

type MakeDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (secret: string) => void
}

function MakeDialog({ open, onClose, onMade }: MakeDialogProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('tokens.make')}
      intro={t('tokens.intro')}
      primary={t('tokens.make')}
      onSubmit={async () => {
        const { secret } = await peopleApi('POST /api/v1/me/api-tokens', { body: { name, days: Number(days) } })
        await queries.invalidateQueries({ queryKey: apiTokens.queryKey })
        onMade(secret)
      }}
      canSubmit={name.trim() !== ''}
      why={t('tokens.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('tokens.name')} hint={t('tokens.nameHint')} required>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <FormField label={t('tokens.days')} required>
        <Select value={days} onChange={(_, { value }) => setDays(value)}>
          {['7', '30', '90', '366'].map((count) => (
            <option key={count} value={count}>
              {t('tokens.dayCount', { count: Number(count) })}
            </option>
          ))}
        </Select>
      </FormField>
    </MoveDialog>
  )
}

function SecretDialog({ dialog }: { readonly dialog: ShownDialog<string> }) {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const { of: text, open, hide } = dialog
  useReturnFocus(open)
  if (text === null) return null
  return (
    <Dialog open={open} onOpenChange={(_, { open: wanted }) => !wanted && hide()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('tokens.made')}</DialogTitle>
          <DialogContent className={styles.stack}>
            <p className={styles.plain}>{t('tokens.once')}</p>
            <code className={styles.secret}>{text}</code>
            <div className={styles.row}>
              <CopyButton text={text} />
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={hide}>
              {ui('close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
