import { Badge, Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OidcProvider } from '../../contract/views.ts'
import { CopyButton } from '../CopyButton.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, providers } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { ProviderDialog } from './ProviderDialog.tsx'

/** With which accounts people can sign in besides a password. */
export function Providers() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const query = useQuery(providers)
  const editing = useDialog<OidcProvider | 'new'>()
  const removing = useDialog<OidcProvider>()
  return (
    <Section
      title={t('providers.title')}
      card
      action={
        <Button size="small" onClick={() => editing.show('new')}>
          {t('providers.add')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(data) => (
          <>
            {data.providers.length === 0 && <p className={styles.plain}>{t('providers.none')}</p>}
            <ul className={styles.list}>
              {data.providers.map((provider) => (
                <li key={provider.id} className={styles.item}>
                  <span className={styles.grow}>
                    {provider.name}
                    <div className={`${styles.quiet} ${styles.small}`}>{provider.issuer}</div>
                    <details className={styles.small}>
                      <summary>{t('providers.redirect')}</summary>
                      <div className={styles.tight}>
                        <code className={styles.secret}>{provider.redirectAddress}</code>
                        <CopyButton text={provider.redirectAddress} />
                      </div>
                    </details>
                  </span>
                  {!provider.enabled && <Badge appearance="outline">{t('providers.off')}</Badge>}
                  <Button
                    size="small"
                    aria-label={t('providers.changeOf', { name: provider.name })}
                    onClick={() => editing.show(provider)}
                  >
                    {t('settings.change')}
                  </Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={t('providers.removeOf', { name: provider.name })}
                    onClick={() => removing.show(provider)}
                  >
                    {t('providers.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <ProviderDialog
        key={editing.turn}
        provider={editing.of === 'new' ? null : editing.of}
        open={editing.open}
        onClose={editing.hide}
      />
      <ConfirmDialog
        open={removing.open}
        onClose={removing.hide}
        title={t('providers.removeOf', { name: removing.of?.name ?? '' })}
        text={t('providers.removeText')}
        primary={t('providers.remove')}
        onConfirm={async () => {
          if (!removing.of) return
          await peopleApi('DELETE /api/v1/oidc-providers/:id', { params: { id: removing.of.id } })
          await queries.invalidateQueries({ queryKey: providers.queryKey })
        }}
        refusalWords={refusalWords}
        danger
      />
    </Section>
  )
}
