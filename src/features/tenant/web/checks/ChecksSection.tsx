import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CheckView, TenantView } from '../../contract/tenant-view.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { CheckItem } from './CheckItem.tsx'

export type ChecksSectionProps = { readonly view: TenantView; readonly mayTry: boolean }

/** Per permission: whether it works, what it gives, what is lost without it. */
export function ChecksSection({ view, mayTry }: ChecksSectionProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const of = (purpose: CheckView['purpose']) => view.checks.filter((check) => check.purpose === purpose)
  const acts = of('act')
  return (
    <Section title={t('checks.title')} card>
      <p className={`${styles.plain} ${styles.quiet}`}>{t('checks.intro')}</p>
      <ul className={styles.list}>
        {of('read').map((check, _, [signIn]) => (
          <CheckItem key={check.key} check={check} mayTry={mayTry} follows={isSaidBy(signIn, check)} />
        ))}
      </ul>
      {acts.length > 0 && (
        <>
          <div className={styles.row}>
            <h3 className={`${styles.subtitle} ${styles.grow}`}>{t('registration.act.title')}</h3>
            <PageLink to="/settings/intune/actions">{t('registration.act.log')}</PageLink>
          </div>
          <ul className={styles.list}>
            {acts.map((check, _, [signIn]) => (
              <CheckItem key={check.key} check={check} mayTry={mayTry} follows={isSaidBy(signIn, check)} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Without signing in nothing else can be tried: what is wrong there is not said once more for each. */
function isSaidBy(signIn: CheckView | undefined, check: CheckView): boolean {
  const isSignIn = signIn !== undefined && /^(?:act-)?sign-in$/.test(signIn.key)
  return isSignIn && signIn.key !== check.key && signIn.outcome === 'failed' && signIn.code === check.code
}
