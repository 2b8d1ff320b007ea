import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '#ui/api/problem.ts'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { Certificate } from '../../contract/sessions.ts'
import { CertificateState } from '../home/CertificateList.tsx'
import { LastDay } from '../home/LastDay.tsx'
import { certificate, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh, useTrainingLive } from '../training-words.ts'

/** Whether a certificate is real and still holds, and what it rests on. */
export function CertificatePage() {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const { number = '' } = usePathParams()
  const query = useQuery(certificate(number))
  const revoking = useDialog()
  useTrainingLive()
  const shown = query.data
  if (query.error instanceof ApiProblem && query.error.status === 404) {
    return (
      <Page title={t('certificate.title')} back={{ to: '/training', label: t('home.title') }}>
        <EmptyState title={t('certificates.unknown')} text={t('certificates.unknownText', { number })} />
      </Page>
    )
  }
  return (
    <Page
      title={t('certificate.title')}
      width="read"
      state={shown && t(`certificates.said.${shown.certificate.state}`)}
      back={{ to: '/training', label: t('home.title') }}
      action={
        shown && (
          <>
            {shown.may.revoke && <Button onClick={() => revoking.show(true)}>{t('certificates.revoke')}</Button>}
            <Button
              as="a"
              appearance="primary"
              href={`/api/v1/training/certificates/${shown.certificate.number}/pdf`}
              download
            >
              {t('certificates.pdf')}
            </Button>
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ certificate: one, line }) => (
          <>
            <Section title={one.person.name} card>
              <div className={styles.stack}>
                <div>
                  <CertificateState state={one.state} />
                </div>
                <KeyValues
                  items={[
                    { label: t('certificate.number'), value: one.number },
                    {
                      label: t('certificates.course'),
                      value: (
                        <PageLink to={`/training/courses/${one.course.key}`}>
                          {one.course.name[t.language]}
                        </PageLink>
                      ),
                    },
                    { label: t('certificates.tier'), value: String(one.course.tier) },
                    { label: t('certificate.planVersion'), value: String(one.planVersion) },
                    {
                      label: t('certificate.trainedOn'),
                      value: (
                        <PageLink to={`/training/sessions/${one.trainingSession}`}>
                          <Time at={one.trainedAt} />
                        </PageLink>
                      ),
                    },
                    { label: t('certificates.issued'), value: <Time at={one.issuedAt} /> },
                    { label: t('certificate.validUntil'), value: <LastDay until={one.validUntil} /> },
                  ]}
                />
                {one.revoked && (
                  <p className={styles.plain} dir="auto">
                    {t('certificates.revokedBy', { name: one.revoked.by.name, reason: one.revoked.reason })}
                  </p>
                )}
              </div>
            </Section>
            <Section title={t('certificates.line')} card>
              <p className={styles.plain}>{t('certificates.lineText')}</p>
              <ol>
                {line.map((person) => (
                  <li key={person.id}>{person.name}</li>
                ))}
              </ol>
              <div>
                <ButtonLink to="/training/lineage">{t('home.lineage')}</ButtonLink>
              </div>
            </Section>
            <RevokeDialog key={revoking.turn} one={one} open={revoking.open} onClose={revoking.hide} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

type RevokeDialogProps = { readonly one: Certificate; readonly open: boolean; readonly onClose: () => void }

function RevokeDialog({ one, open, onClose }: RevokeDialogProps) {
  const t = useWords('training')
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const { number } = one
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('certificates.revoke')}
      intro={t('certificates.revokeText', { name: one.person.name })}
      primary={t('certificates.revoke')}
      label={t('session.reason')}
      draft={`training.certificate.${number}.revoke`}
      least={3}
      most={500}
      why={t('certificates.revokeWhy')}
      refusalWords={refusalWords}
      danger
      onGiven={async (reason) => {
        const params = { number }
        await trainingApi('POST /api/v1/training/certificates/:number/revoke', { params, body: { reason } })
        await refresh()
      }}
    />
  )
}
