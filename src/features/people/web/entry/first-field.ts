/** As `ref` of a form that is the only thing on its page: one can type at once. */
export function focusFirstField(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus()
}
