import { MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { MailFrame } from '#ui/show/MailFrame.tsx'
import { useWords } from '#ui/words/words.ts'
import { type MailKind, type MailLanguage, mailLanguages, type MailText } from '../../domain/mails/mail.ts'
import { mailPreview } from '../involvement-queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const typing = 500

type MailPreviewProps = {
  readonly wave: string
  readonly kind: MailKind
  readonly text: MailText
  /** What is odd about the mail that was kept: its moment. */
  readonly timingWarnings: readonly string[]
  readonly language: MailLanguage
  readonly onLanguage: (language: MailLanguage) => void
}

/** The mail as somebody of the wave gets it, and what has to be mended before it may go. */
export function MailPreview({ wave, kind, text, timingWarnings, language, onLanguage }: MailPreviewProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const [person, setPerson] = useState('')
  const settled = useSettled(text, typing)
  const query = useQuery({
    ...mailPreview(wave, kind, { language, personId: person === '' ? null : person, text: settled }),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query}>
      {({ to, subject, html, problems, warnings, people }) => (
        <div className={styles.stack}>
          <div className={styles.halves}>
            <FormField label={t('mails.as')} required>
              <Select
                value={person}
                onChange={(_, { value }) => {
                  setPerson(value)
                  const chosen = people.find(({ id }) => id === value)
                  if (chosen) onLanguage(chosen.language)
                }}
              >
                <option value="">{people.length === 0 ? to : t('mails.anybody')}</option>
                {people.map(({ id, name, language: speaks }) => (
                  <option key={id} value={id}>
                    {`${name} (${t(`mails.languages.${speaks}`)})`}
                  </option>
                ))}
              </Select>
            </FormField>
            <FormField label={t('mails.language')} required>
              <Select value={language} onChange={(_, { value }) => onLanguage(value as MailLanguage)}>
                {mailLanguages.map((one) => (
                  <option key={one} value={one}>
                    {t(`mails.languages.${one}`)}
                  </option>
                ))}
              </Select>
            </FormField>
          </div>
          {problems.length > 0 && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <ul className={styles.list}>
                  {problems.map(({ code, field, language: of, name }) => (
                    <li key={`${code} ${field} ${of} ${name}`}>
                      {t(`mails.problems.${code}`, {
                        field: t(field === 'subject' ? 'mails.subject' : 'mails.body'),
                        language: t(`mails.languages.${of}`),
                        name: name ?? '',
                      })}
                    </li>
                  ))}
                </ul>
              </MessageBarBody>
            </MessageBar>
          )}
          {[...new Set([...warnings, ...timingWarnings])].map((code) => (
            <MessageBar key={code} intent="warning" layout="multiline">
              <MessageBarBody>{t.any(`mails.warnings.${code}`)}</MessageBarBody>
            </MessageBar>
          ))}
          <div className={styles.tight}>
            <span className={styles.strong} lang={language}>
              {subject}
            </span>
            <MailFrame html={html} title={t('mails.previewOf', { name: to })} />
          </div>
        </div>
      )}
    </Loaded>
  )
}
