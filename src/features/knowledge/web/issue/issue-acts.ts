import type { IssueMove } from '../../domain/keeping.ts'

/** What a dialog on the page of an issue is about. */
export type IssueAct =
  | { readonly act: 'move'; readonly move: IssueMove }
  | { readonly act: 'follow' }
  | { readonly act: 'flag' }
  | { readonly act: 'answer'; readonly flagId: string }
  | { readonly act: 'resource' }
