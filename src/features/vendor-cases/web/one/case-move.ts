/** What people do with a case from its page. */
export type CaseMove = 'answer' | 'next' | 'details' | 'close'
