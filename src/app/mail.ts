import { readFile } from 'node:fs/promises'
import { mailDeliverer } from '#features/mailboxes/server/deliver.ts'
import { mailboxJobs } from '#features/mailboxes/server/jobs.ts'
import { type MailReceiving, startReceivingMail } from '#features/mailboxes/server/receiving.ts'
import { createSenders } from '#features/mailboxes/server/senders.ts'
import { vendorCorrespondence } from '#features/vendor-cases/server/correspondence.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import type { SmtpConfig } from '#platform/config.ts'
import { OperatorMustAct } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'

/** Threads and connections come to be with the first mail. */
export const parsePool = createParsePool()
const senders = createSenders()

export const mailJobs = mailboxJobs(parsePool, vendorCorrespondence)
export const mailSchedule = { 'mailboxes.sweep': '* * * * *' }
export const deliverMail = mailDeliverer(senders)

/** Takes mail in on this node until it is closed. */
export async function receiveMail(platform: Platform, smtp: SmtpConfig | null): Promise<MailReceiving> {
  const receiving = await startReceivingMail(platform, { smtp: smtp && (await listening(smtp)) }).catch(
    (error: unknown) => {
      throw smtp === null ? error : listenProblem(error, smtp.port)
    },
  )
  return {
    port: receiving.port,
    close: async () => {
      await receiving.close()
      await senders.close()
    },
  }
}

async function listening({ host = '::', port, keyFile, certificateFile }: SmtpConfig) {
  if (keyFile === undefined || certificateFile === undefined) return { host, port, tls: null }
  const [key, cert] = await Promise.all([readFile(keyFile, 'utf8'), readFile(certificateFile, 'utf8')])
  return { host, port, tls: { key, cert } }
}

function listenProblem(cause: unknown, port: number): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    const why = code === 'EADDRINUSE' ? 'is in use by another program' : 'is not for this user to listen on'
    const message = `Port ${port}, on which mail was to come in, ${why}. Choose another with TIERWISE_SMTP_PORT.`
    return new OperatorMustAct('smtp-port-not-free', message, { cause })
  }
  if (code === 'ENOENT') {
    const message = 'TIERWISE_SMTP_KEY or TIERWISE_SMTP_CERTIFICATE names a file that is not there.'
    return new OperatorMustAct('smtp-certificate-missing', message, { cause })
  }
  return cause
}
