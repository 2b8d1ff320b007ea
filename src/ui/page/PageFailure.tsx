import { Button } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { useRouter } from '@tanstack/react-router'
import { ButtonLink } from '../pages/PageLink.tsx'
import { useMaybeSignedIn } from '../person/signed-in.tsx'
import { useWords } from '../words/words.ts'
import { Page } from './Page.tsx'
import { EmptyState } from './states.tsx'

/** A chunk of the page that the server no longer has: it was updated while the page was open. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
}

/** Shown instead of a page that broke; what was typed is in the drafts. */
export function PageFailure({ error }: { readonly error: unknown }) {
  const t = useWords('ui')
  const router = useRouter()
  const updated = isOldVersion(error)
  return (
    <Page title={t('states.crashed')}>
      <div role="alert">
        <EmptyState
          title={updated ? t('product') : t('states.failed')}
          text={updated ? t('states.newVersion') : t('states.crashedText')}
          action={
            <Button appearance="primary" onClick={() => (updated ? location.reload() : void router.invalidate())}>
              {t('states.reload')}
            </Button>
          }
        />
      </div>
    </Page>
  )
}

/** No page has this address. */
export function PageNotFound() {
  const t = useWords('ui')
  return (
    <Page title={t('states.notFound')}>
      <EmptyState text={t('states.notFoundText')} action={<ButtonLink to="/">{t('states.start')}</ButtonLink>} />
    </Page>
  )
}

/** A page for others. */
export function PageForbidden() {
  const t = useWords('ui')
  const organisation = useMaybeSignedIn()?.organisation.name ?? t('product')
  return (
    <Page title={t('states.noPermission')}>
      <EmptyState
        icon={<LockClosedRegular />}
        text={t('states.noPermissionText', { organisation })}
        action={<ButtonLink to="/">{t('states.start')}</ButtonLink>}
      />
    </Page>
  )
}
