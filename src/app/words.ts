import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import { createTranslate, type Translate } from '#platform/i18n/translate.ts'
import { catalogueFolders } from './catalogue-folders.ts'

/** The words of all features, for commands that run without a desk. */
export async function words(): Promise<Translate> {
  return createTranslate(readCatalogues(catalogueFolders()))
}
