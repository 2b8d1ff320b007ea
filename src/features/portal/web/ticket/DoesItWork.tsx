import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OwnMove } from '../queries.ts'
import { useMaking } from './making.tsx'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  section: { display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: 1.3 },
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  large: { minHeight: '52px', minWidth: '160px', flexGrow: 1, flexBasis: '0' },
})

type Make = { readonly make: (move: OwnMove) => Promise<void> }

/** Two buttons. "It does not" asks what happens, so that the desk need not ask again. */
export function DoesItWork({ make, asked }: Make & { readonly asked: string | null }) {
  const t = useWords('portal')
  const styles = useStyles()
  const [isBroken, setBroken] = useState(asked === 'works-not')
  const [reason, setReason] = useState('')
  const { working, problem, run } = useMaking(make)
  return (
    <section className={styles.card} aria-labelledby="does-it-work">
      <h2 id="does-it-work" className={styles.title}>
        {t('confirm.question')}
      </h2>
      <div className={styles.choice}>
        <Button
          appearance="primary"
          size="large"
          className={styles.large}
          icon={<CheckmarkCircleRegular aria-hidden />}
          disabled={working}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the mail's own button said so; it is still pressed by hand
          autoFocus={asked === 'works'}
          onClick={() => void run({ move: 'confirm', satisfaction: null })}
        >
          {t('confirm.works')}
        </Button>
        <Button
          size="large"
          className={styles.large}
          icon={<DismissCircleRegular aria-hidden />}
          aria-expanded={isBroken}
          disabled={working}
          onClick={() => setBroken(true)}
        >
          {t('confirm.worksNot')}
        </Button>
      </div>
      {isBroken && (
        <WhatHappens
          value={reason}
          onChange={setReason}
          working={working}
          onSend={() => void run({ move: 'reopen', reason })}
        />
      )}
      {problem}
    </section>
  )
}

/** Closed, but it came back. */
export function Reopen({ make }: Make) {
  const t = useWords('portal')
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { working, problem, run } = useMaking(make)
  if (!isOpen)
    return (
      <div>
        <Button size="large" onClick={() => setOpen(true)}>
          {t('reopen.button')}
        </Button>
      </div>
    )
  return (
    <section className={styles.section}>
      <WhatHappens
        value={reason}
        onChange={setReason}
        working={working}
        onSend={() => void run({ move: 'reopen', reason })}
      />
      {problem}
    </section>
  )
}

type WhatHappensProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly working: boolean
  readonly onSend: () => void
}

function WhatHappens({ value, onChange, working, onSend }: WhatHappensProps) {
  const t = useWords('portal')
  return (
    <>
      <FormField label={t('reopen.reason')} required>
        <Textarea value={value} onChange={(_, { value: typed }) => onChange(typed)} rows={4} resize="vertical" />
      </FormField>
      <div>
        <Button appearance="primary" size="large" disabled={working || value.trim() === ''} onClick={onSend}>
          {t('reopen.send')}
        </Button>
      </div>
    </>
  )
}

const scores = [1, 2, 3, 4, 5] as const

export function Rating({ make }: Make) {
  const t = useWords('portal')
  const styles = useStyles()
  const { working, problem, run } = useMaking(make)
  return (
    <section className={styles.card} aria-labelledby="rating">
      <h2 id="rating" className={styles.title}>
        {t('rate.question')}
      </h2>
      <div className={styles.choice}>
        {scores.map((score) => (
          <Button
            key={score}
            size="large"
            disabled={working}
            aria-label={t('rate.score', { score })}
            onClick={() => void run({ move: 'rate', satisfaction: score })}
          >
            {score}
          </Button>
        ))}
      </div>
      <span>{t('rate.scale')}</span>
      {problem}
    </section>
  )
}
