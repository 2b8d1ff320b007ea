/** What known issues ask for besides the plan: evidence that is kept together under one key, which no plan has to name. */
export const askedByKnownIssue = 'asked-by-known-issue'
