import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonView } from '../../contract/views.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, person as personQuery } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { LinkDialog, type ShownLink } from './LinkDialog.tsx'

type Asked = 'disable' | 'sign-out' | 'second-factor' | null

/** How somebody signs in, and what an administrator can do about it. */
export function SignInMeans({ person }: { readonly person: PersonView }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const me = useSignedIn()
  const queries = useQueryClient()
  const toast = useToast()
  const refusalWords = useRefusalWords()
  const say = useProblemText(refusalWords)
  const link = useDialog<ShownLink>()
  const [asked, setAsked] = useState<Asked>(null)
  const params = { id: person.id }
  const { name } = person

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }
  const keep = (changed: PersonView) => {
    queries.setQueryData(personQuery(person.id).queryKey, changed)
    void queries.invalidateQueries({ queryKey: ['people'] })
  }
  const invite = () =>
    attempt(async () => {
      const made = await peopleApi('POST /api/v1/people/:id/invitation', { params })
      link.show({ ...made, kind: 'invitation', name })
    })
  const reset = () =>
    attempt(async () => {
      const made = await peopleApi('POST /api/v1/people/:id/password-reset', { params })
      link.show({ ...made, kind: 'password-reset', name })
    })
  const enable = () => attempt(async () => keep(await peopleApi('POST /api/v1/people/:id/enable', { params })))

  const factors = person.secondFactors.map((one) => t(`secondFactor.factor.${one}`)).join(', ')
  const means = person.signsInWith.map((one) => t(`means.${one}`)).join(', ')
  return (
    <Section title={t('access.title')} card>
      <p className={styles.plain}>
        {person.state === 'disabled'
          ? t('access.disabled')
          : means === ''
            ? t('access.notYet')
            : t('access.with', { means })}
      </p>
      {person.state !== 'invited' && (
        <p className={styles.plain}>
          {factors === '' ? t('secondFactor.without') : t('secondFactor.with', { factors })}
        </p>
      )}
      <div className={styles.row}>
        {person.state === 'invited' && <Button onClick={() => void invite()}>{t('access.invite')}</Button>}
        {person.state === 'active' && <Button onClick={() => void reset()}>{t('access.reset')}</Button>}
        {person.state === 'active' && <Button onClick={() => setAsked('sign-out')}>{t('access.signOut')}</Button>}
        {factors !== '' && person.id !== me.id && (
          <Button onClick={() => setAsked('second-factor')}>{t('secondFactor.reset')}</Button>
        )}
        {person.state === 'disabled' ? (
          <Button onClick={() => void enable()}>{t('access.enable')}</Button>
        ) : (
          <Button onClick={() => setAsked('disable')}>{t('access.disable')}</Button>
        )}
      </div>
      <LinkDialog dialog={link} />
      <ConfirmDialog
        open={asked === 'disable'}
        onClose={() => setAsked(null)}
        title={t('access.disableOf', { name })}
        text={t('access.disableText', { name })}
        primary={t('access.disable')}
        onConfirm={async () => keep(await peopleApi('POST /api/v1/people/:id/disable', { params }))}
        refusalWords={refusalWords}
        danger
      />
      <ConfirmDialog
        open={asked === 'second-factor'}
        onClose={() => setAsked(null)}
        title={t('secondFactor.resetOf', { name })}
        text={t('secondFactor.resetText', { name })}
        primary={t('secondFactor.reset')}
        onConfirm={async () => {
          await peopleApi('POST /api/v1/people/:id/second-factor/reset', { params })
          await queries.invalidateQueries({ queryKey: ['people'] })
        }}
        refusalWords={refusalWords}
        danger
      />
      <ConfirmDialog
        open={asked === 'sign-out'}
        onClose={() => setAsked(null)}
        title={t('access.signOutOf', { name })}
        text={t('access.signOutText', { name })}
        primary={t('access.signOut')}
        onConfirm={() => peopleApi('POST /api/v1/people/:id/sign-out', { params })}
        refusalWords={refusalWords}
      />
    </Section>
  )
}
