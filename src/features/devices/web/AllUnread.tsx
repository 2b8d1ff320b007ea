import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useNow } from '#ui/time/now.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ShownContext } from '../contract/context-routes.ts'
import { fieldsOf } from '../domain/context.ts'
import { retriedAt } from '../domain/due.ts'
import type { Failed } from '../domain/field.ts'
import { saidUnread } from '../domain/said.ts'

type Props = {
  readonly shown: ShownContext
  readonly context: NonNullable<ShownContext['context']>
  readonly cause: Failed
}

/** Nothing could be read, for one reason: said once and first, with what stands below and when it is tried again. */
export function AllUnread({ shown, context, cause }: Props) {
  const t = useWords('devices')
  const now = useNow()
  const { roles } = useSignedIn()
  const again = retriedAt(fieldsOf(context), shown.triedAt)
  const readAt = context.devices.readAt ?? context.person.readAt
  return (
    <div role="status">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {t('unread.all', { why: saidUnread(t.language, cause) })}{' '}
          {readAt !== null && (
            <>
              {t('unread.below')} <Time at={readAt} quiet />.{' '}
            </>
          )}
          {again !== null && again > now && (
            <>
              {t('unread.again')} <Time at={again} quiet />.{' '}
            </>
          )}
          {cause.code === 'sign-in-refused' && roles.includes('administrator') && (
            <PageLink to="/settings/intune">{t('unread.mend')}</PageLink>
          )}
        </MessageBarBody>
      </MessageBar>
    </div>
  )
}
