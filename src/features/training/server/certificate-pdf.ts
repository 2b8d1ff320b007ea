import { organisationOf } from '#features/people/server/actions.ts'
import { fact } from '#features/plan/domain/outline/blocks.ts'
import { certificatePdf } from '#integrations/documents/make-pdf.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { readCertificate } from './certificates.ts'
import { lastDayIn } from './mails.ts'

/** A certificate as PDF, in the language of whoever asks for it. It is made outside any transaction: it takes seconds. */
export async function makeCertificatePdf(
  platform: Platform,
  { orgId, actor, language }: SignedIn,
  number: string,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const { certificate, organisation } = await inOrganisation(platform, orgId, async (tx) => ({
    certificate: (await readCertificate(tx, actor, number)).certificate,
    organisation: await organisationOf(tx),
  }))
  const { person, course, trainer } = certificate
  const { timeZone } = organisation
  const dayOf = (at: string) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone }).format(
      new Date(at),
    )
  const say = (key: string, values: Record<string, unknown> = {}) =>
    platform.translate(language, `training:certificate.${key}`, values)
  const bytes = await certificatePdf({
    language,
    title: say('title'),
    organisation: organisation.name,
    before: say('before'),
    person: person.name,
    between: say('between'),
    course: course.name[language],
    permission: say('permission', { tier: course.tier }),
    tier: course.tier <= 4 ? course.tier : null,
    facts: [
      fact(say('trainedOn'), dayOf(certificate.trainedAt)),
      fact(say('validUntil'), lastDayIn(certificate.validUntil, language, timeZone)),
      fact(say('planVersion'), String(certificate.planVersion)),
      fact(say('number'), certificate.number),
    ],
    trainer: { name: trainer.name, role: say('trainer') },
    footer: say('verify', { url: `${platform.baseUrl}/training/certificates/${certificate.number}` }),
    author: organisation.name,
    day: certificate.issuedAt.slice(0, 10),
  })
  return { bytes, name: `${say('title')} ${person.name} ${certificate.number}.pdf` }
}
