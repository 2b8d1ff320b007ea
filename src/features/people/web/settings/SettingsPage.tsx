import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { organisation } from '../queries.ts'
import { OrganisationDialog } from './OrganisationDialog.tsx'
import { SecondFactorRule } from './SecondFactorRule.tsx'
import { Providers } from './Providers.tsx'

export function SettingsPage() {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const query = useQuery(organisation)
  const editing = useDialog()
  return (
    <Page title={t('settings.title')} state={t('settings.intro')}>
      <div className={styles.stack}>
        <Section
          title={t('settings.organisation')}
          card
          action={
            <Button size="small" onClick={() => editing.show(true)}>
              {t('settings.change')}
            </Button>
          }
        >
          <Loaded query={query}>
            {(data) => (
              <>
                <KeyValues
                  items={[
                    { label: t('name'), value: data.name },
                    { label: t('settings.slug'), value: data.slug },
                    { label: ui('language.label'), value: t(`language.${data.language}`) },
                    { label: t('settings.timeZone'), value: data.timeZone },
                  ]}
                />
                <OrganisationDialog
                  key={editing.turn}
                  organisation={data}
                  open={editing.open}
                  onClose={editing.hide}
                />
              </>
            )}
          </Loaded>
        </Section>
        <SecondFactorRule />
        <Providers />
      </div>
    </Page>
  )
}
