import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { usePlanWords } from '../words/plan-words.ts'

export function DocumentsLink({ number }: { readonly number: number }) {
  const { t } = usePlanWords()
  return (
    <ButtonLink to={`/plan/versions/${number}/documents`} icon={<DocumentRegular aria-hidden />}>
      {t('documents.title')}
    </ButtonLink>
  )
}
