import { useWords } from '#ui/words/words.ts'
import type { TenantView } from '../../contract/tenant-view.ts'
import { useTenantStyles } from '../tenant-styles.ts'

/** Whether bridges get a Teams meeting, and what an administrator of Teams does so that they do. */
export function MeetingPolicy({ view }: { readonly view: TenantView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const check = view.checks.find(({ key }) => key === 'meetings')
  if (check === undefined || view.tenant === null) return null
  const works = check.outcome === 'works'
  return (
    <>
      <p className={styles.plain}>
        {works
          ? t('meetings.works')
          : t(check.code === 'no-meeting-policy' ? 'meetings.noPolicy' : 'meetings.notYet')}
      </p>
      {!works && (
        <details open={check.code === 'no-meeting-policy'}>
          <summary className={styles.summary}>{t('meetings.how')}</summary>
          <ol className={styles.steps}>
            <li>{t('meetings.permission', { permission: check.permission ?? '' })}</li>
            <li>
              {t('meetings.policy')}
              <pre className={styles.block}>
                <code>
                  {[
                    'Connect-MicrosoftTeams',
                    `New-CsApplicationAccessPolicy -Identity Tierwise -AppIds "${view.tenant.read.clientId}" -Description "Tierwise: bridges"`,
                    `Grant-CsApplicationAccessPolicy -PolicyName Tierwise -Identity "${t('meetings.hostAddress')}"`,
                  ].join('\n')}
                </code>
              </pre>
            </li>
            <li>{t('meetings.everybody')}</li>
            <li>{t('meetings.wait')}</li>
          </ol>
        </details>
      )}
    </>
  )
}
