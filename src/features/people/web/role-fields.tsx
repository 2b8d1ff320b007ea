import { Badge, Checkbox } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import { inOrder, type Role, roles } from '../domain/person.ts'
import { usePeopleStyles } from './people-styles.ts'

export type RoleFieldsProps = {
  readonly value: readonly Role[]
  readonly onChange: (value: readonly Role[]) => void
}

/** Which roles somebody has, each with what it lets them do. */
export function RoleFields({ value, onChange }: RoleFieldsProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('roles.label')}</legend>
      <div className={styles.column}>
        {roles.map((role) => (
          <Checkbox
            key={role}
            checked={value.includes(role)}
            label={
              <>
                {t(`role.${role}`)}
                <br />
                <span className={`${styles.quiet} ${styles.small}`}>{t(`roles.help.${role}`)}</span>
              </>
            }
            onChange={(_, { checked }) =>
              onChange(inOrder(checked ? [...value, role] : value.filter((one) => one !== role)))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** The roles in words, for a line of a list; being a requester too goes without saying. */
export function useRoleWords(): (held: readonly Role[]) => string {
  const t = useWords('people')
  return (held) => {
    const told = held.length > 1 ? held.filter((role) => role !== 'requester') : held
    return told.map((role) => t(`role.${role}`)).join(', ')
  }
}

export type StateBadgeProps = { readonly state: 'active' | 'invited' | 'disabled'; readonly absent: boolean }

/** Only what is out of the ordinary. */
export function StateBadge({ state, absent }: StateBadgeProps) {
  const t = useWords('people')
  if (state === 'disabled')
    return (
      <Badge appearance="outline" color="danger">
        {t('state.disabled')}
      </Badge>
    )
  if (absent)
    return (
      <Badge appearance="outline" color="warning">
        {t('state.absent')}
      </Badge>
    )
  if (state === 'invited')
    return (
      <Badge appearance="outline" color="informative">
        {t('state.invited')}
      </Badge>
    )
  return null
}
