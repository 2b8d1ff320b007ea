import { DocumentArrowDownRegular } from '@fluentui/react-icons/svg/document-arrow-down'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useGo } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { planEditors } from '../../domain/versions/version.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** The plan as a file to keep, to change elsewhere and to bring back. */
export function PlanFileMenu({ number }: { readonly number: number | null }) {
  const { t } = usePlanWords()
  const go = useGo()
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const download = (format: 'yaml' | 'json') => {
    window.location.assign(`/api/v1/plan/versions/${number}/file?format=${format}`)
  }
  const downloads = [
    { key: 'yaml', text: t('file.menu.yaml'), run: () => download('yaml') },
    { key: 'json', text: t('file.menu.json'), run: () => download('json') },
  ]
  const imports = [{ key: 'import', text: t('file.menu.import'), run: () => go('/plan/import'), apart: true }]
  return (
    <MenuButton
      icon={<DocumentArrowDownRegular aria-hidden />}
      entries={[...(number === null ? [] : downloads), ...(editor ? imports : [])]}
    >
      {t('file.menu.title')}
    </MenuButton>
  )
}
