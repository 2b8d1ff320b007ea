import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useMailStyles } from '../mail-styles.ts'
import { MailTabs } from '../MailTabs.tsx'
import { useReasonWords } from '../mail-words.ts'
import { mailApi, mailKey, suppressedAddresses } from '../queries.ts'

/** Addresses that get no mail any more, and why. */
export function AddressesPage() {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const queries = useQueryClient()
  const reasonWords = useReasonWords()
  const refusalWords = useRefusals('mailboxes')
  const query = useQuery(suppressedAddresses)
  const [lifting, setLifting] = useState<string | null>(null)
  useLive('mail', () => void queries.invalidateQueries({ queryKey: mailKey }))
  return (
    <Page title={t('title')} state={t('addresses.intro')} width="work">
      <MailTabs at="/mail/addresses" />
      <Loaded query={query}>
        {({ addresses }) =>
          addresses.length === 0 ? (
            <EmptyState title={t('addresses.none')} text={t('addresses.noneText')} />
          ) : (
            <ul className={styles.list}>
              {addresses.map((one) => (
                <li key={one.address} className={styles.item}>
                  <div className={`${styles.grow} ${styles.tight}`}>
                    <span>{one.address}</span>
                    <span className={`${styles.small} ${styles.quiet}`}>
                      {reasonWords(one.reason === 'refused' ? 'refused-address' : one.reason)}
                    </span>
                    {one.answer && <span className={styles.answer}>{one.answer}</span>}
                  </div>
                  <Time at={one.since} />
                  <Button
                    size="small"
                    aria-label={t('addresses.liftOf', { address: one.address })}
                    onClick={() => setLifting(one.address)}
                  >
                    {t('addresses.lift')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <ConfirmDialog
        open={lifting !== null}
        onClose={() => setLifting(null)}
        title={t('addresses.liftOf', { address: lifting ?? '' })}
        text={t('addresses.liftText')}
        primary={t('addresses.lift')}
        onConfirm={async () => {
          if (lifting === null) return
          await mailApi('POST /api/v1/suppressed-addresses/lift', { body: { address: lifting } })
          await queries.invalidateQueries({ queryKey: mailKey })
        }}
        refusalWords={refusalWords}
      />
    </Page>
  )
}
