import { Button, Link, Spinner } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useFileSize } from '#ui/files/FileRow.tsx'
import { Time } from '#ui/time/Time.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { PlanDocumentView } from '../../contract.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { addressOf, useMakeDocument } from './document-queries.ts'

type DocumentTableProps = { readonly number: number; readonly documents: readonly PlanDocumentView[] }

/** What was asked for, newest first. */
export function DocumentTable({ number, documents }: DocumentTableProps) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <Table
      label={t('documents.made')}
      heads={[t('documents.format'), t('documents.language'), t('documents.asked'), t('documents.file')]}
    >
      {documents.map((one) => (
        <tr key={one.id}>
          <th scope="row">{t(`documents.formats.${one.format}`)}</th>
          <td>{t(`languages.${one.language}`)}</td>
          <td>
            <Time at={one.askedAt} quiet />
            {one.askedBy && <div className={styles.quiet}>{one.askedBy.name}</div>}
          </td>
          <td>
            <DocumentFile number={number} document={one} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

type DocumentFileProps = { readonly number: number; readonly document: PlanDocumentView }

function DocumentFile({ number, document }: DocumentFileProps) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const size = useFileSize()
  const make = useMakeDocument(number)
  const { id, format, language, state, failure } = document
  const name = t('documents.named', {
    format: t(`documents.formats.${format}`),
    language: t(`languages.${language}`),
  })
  if (state === 'making')
    return (
      <span className={styles.row}>
        <Spinner size="tiny" labelPosition="after" label={t('documents.making')} />
      </span>
    )
  if (state === 'failed') {
    return (
      <div className={styles.tight}>
        <span>{failure && t(`documents.failures.${failure}`)}</span>
        <div>
          <Button
            size="small"
            icon={<ArrowClockwiseRegular aria-hidden />}
            disabledFocusable={make.isPending}
            aria-label={t('documents.againNamed', { name })}
            onClick={() => make.mutate({ language, format })}
          >
            {t('documents.again')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <span className={styles.row}>
      {format === 'html' && (
        <Link
          href={addressOf(id, true)}
          target="_blank"
          rel="noreferrer"
          aria-label={t('documents.openNamed', { name })}
        >
          {t('documents.open')}
        </Link>
      )}
      <Link href={addressOf(id)} download aria-label={t('documents.downloadNamed', { name })}>
        {t('documents.download')}
      </Link>
      {document.size !== null && <span className={styles.quiet}>{size(document.size)}</span>}
    </span>
  )
}
