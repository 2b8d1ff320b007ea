import { Button, mergeClasses } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useState } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { choicesOf, type PacketDraft } from '../packet/packet-draft.ts'
import { PacketParts } from '../packet/PacketParts.tsx'
import { caseApi, useShowCase } from '../queries.ts'

/** What was chosen before: reasons stand in the log, so that what is shown already needs none anew. */
function draftOf({ packet, log }: CaseView): PacketDraft {
  const reason = (print: string) => {
    const found = log.findLast(({ what, details }) => what === 'shown' && details['print'] === print)
    return String(found?.details['reason'] ?? '–')
  }
  return {
    typed: Object.fromEntries(
      packet.fields.filter(({ source }) => source === 'typed').map(({ key, own }) => [key, own]),
    ),
    shown: Object.fromEntries(
      packet.hidden.filter(({ shown }) => shown).map(({ print }) => [print, reason(print)]),
    ),
    files: packet.files.filter(({ chosen }) => chosen).map(({ id }) => id),
  }
}

/** The packet of a case: to copy, as PDF or zip; what was made is kept. */
export function CasePacket({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const show = useShowCase()
  const toast = useToast()
  const { attempt, working } = useAttempt(useRefusals('vendor-cases'))
  const [draft, setDraft] = useState(() => draftOf(view))
  const [isChanged, setChanged] = useState(false)
  const { id, supplier } = view.case
  const mayTend = view.mayTend.refusal === null
  const make = (form: 'text' | 'pdf' | 'zip') =>
    attempt(
      async () => {
        const made = await caseApi('POST /api/v1/vendor-cases/:id/packets', { params: { id }, body: { form } })
        if (made.text === null) {
          window.location.assign(`/api/v1/vendor-cases/${id}/packets/${made.id}`)
          return
        }
        await navigator.clipboard.writeText(made.text)
        toast({ text: t('case.copied'), tone: 'success' })
      },
      async () => show(await caseApi('GET /api/v1/vendor-cases/:id', { params: { id } })),
    )
  const save = () =>
    attempt(async () => {
      await show(
        await caseApi('PUT /api/v1/vendor-cases/:id/packet', {
          params: { id },
          body: { version: view.version, asked: view.asked, ...choicesOf(draft) },
        }),
      )
      toast({ text: t('case.saved'), tone: 'success' })
    })
  return (
    <div className={styles.stack}>
      {mayTend && (
        <div className={styles.row}>
          <Button
            icon={<CopyRegular />}
            disabledFocusable={working || isChanged}
            onClick={() => void make('text')}
          >
            {t('case.copy')}
          </Button>
          <Button disabledFocusable={working || isChanged} onClick={() => void make('pdf')}>
            {t('case.pdf')}
          </Button>
          <Button disabledFocusable={working || isChanged} onClick={() => void make('zip')}>
            {t('case.zip')}
          </Button>
          {isChanged && (
            <Button appearance="primary" disabledFocusable={working} onClick={() => void save()}>
              {t('case.save')}
            </Button>
          )}
        </div>
      )}
      <PacketParts
        packet={view.packet}
        supplier={supplier}
        draft={draft}
        onChange={
          mayTend
            ? (next) => {
                setDraft(next)
                setChanged(true)
              }
            : null
        }
      />
      <MadeList view={view} />
    </div>
  )
}

function MadeList({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  return (
    <section className={styles.stack} aria-label={t('case.packets')}>
      <h3 className={styles.part}>{t('case.packets')}</h3>
      {view.packets.length === 0 && (
        <p className={mergeClasses(styles.plain, styles.quiet)}>{t('case.packetsNone')}</p>
      )}
      <ul className={styles.list}>
        {view.packets.map((one) => (
          <li key={one.id} className={styles.item}>
            <span className={styles.row}>
              <a href={`/api/v1/vendor-cases/${view.case.id}/packets/${one.id}`}>{t(`case.forms.${one.form}`)}</a>
              <Time at={one.at} form="both" />
              <span>{one.by.name}</span>
            </span>
            <span className={mergeClasses(styles.mono, styles.quiet)}>{t('case.hash', { hash: one.sha256 })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
