/** How a stable name is written by which parts of the plan refer to each other; without zod, so that pages can say it while one types. */
export const keyForm = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const longestKey = 60
