import { Badge } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import type { ShownContext } from '../contract/context-routes.ts'
import type { DeviceContext } from '../domain/context.ts'
import { said } from '../domain/said.ts'
import { personWarnings } from '../domain/warnings.ts'
import { useContextStyles } from './context-styles.ts'
import { Mark } from './Mark.tsx'
import { personWarningWords } from './warning-words.ts'

const mostGroups = 4

type Props = { readonly context: DeviceContext; readonly wave: ShownContext['wave'] }

/** The person as the tenant knows them: what stands in the way of enrolling first. */
export function PersonLines({ context, wave }: Props) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const { person, licences, groups } = context
  const warnings = personWarnings(context).map((one) => personWarningWords(t, one))
  const facts = [
    person.value?.enabled === true ? t('person.enabled') : null,
    person.value?.usageLocation ? t('person.location', { country: person.value.usageLocation }) : null,
    wave ? t('person.wave', { wave: wave.name[t.language] }) : null,
  ].filter((one) => one !== null)
  const names = (groups.value ?? []).map(({ id, name }) => name ?? id)
  return (
    <div className={styles.tight}>
      {warnings.map(({ tone, text }) => (
        <Mark key={text} tone={tone}>
          {text}
        </Mark>
      ))}
      {facts.length > 0 && <p className={styles.plain}>{facts.join(' · ')}</p>}
      {licences.value && licences.value.length > 0 && (
        <p className={`${styles.plain} ${styles.small} ${styles.quiet}`}>
          {licences.value
            .map(({ sku, intunePlan }) => `${sku} (${said(t.language, 'intunePlan', intunePlan)})`)
            .join(' · ')}
        </p>
      )}
      {names.length > 0 && (
        <ul className={`${styles.list} ${styles.row}`} aria-label={t('person.groups')}>
          {names.slice(0, mostGroups).map((name) => (
            <li key={name}>
              <Badge appearance="outline" color="informative">
                {name}
              </Badge>
            </li>
          ))}
          {names.length > mostGroups && (
            <li className={`${styles.small} ${styles.quiet}`}>
              {t('person.moreGroups', { count: names.length - mostGroups })}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
