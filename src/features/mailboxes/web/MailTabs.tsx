import { Tab, TabList } from '@fluentui/react-components'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { useMailStyles } from './mail-styles.ts'

const places = ['/mail', '/mail/sent', '/mail/addresses', '/mail/mailboxes'] as const
const words = {
  '/mail': 'tabs.aside',
  '/mail/sent': 'tabs.sent',
  '/mail/addresses': 'tabs.addresses',
  '/mail/mailboxes': 'tabs.mailboxes',
} as const

/** The parts of what has to do with mail; the settings are for administrators. */
export function MailTabs({ at }: { readonly at: (typeof places)[number] }) {
  const t = useWords('mailboxes')
  const styles = useMailStyles()
  const go = useGo()
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  return (
    <TabList
      className={styles.tabs}
      selectedValue={at}
      onTabSelect={(_, { value }) => go(String(value))}
      aria-label={t('title')}
    >
      {places
        .filter((place) => isAdministrator || place !== '/mail/mailboxes')
        .map((place) => (
          <Tab key={place} value={place}>
            {t(words[place])}
          </Tab>
        ))}
    </TabList>
  )
}
