const controls =
  'input:not([type=hidden]), textarea, select, [role="combobox"], [role="radiogroup"], [contenteditable="true"]'

/** The control that a dialog starts at: the first that is marked wrong, else the first required and empty, else the first. */
export function firstMissing(within: ParentNode): HTMLElement | null {
  const all = [...within.querySelectorAll<HTMLElement>(controls)].filter(
    (one) => !one.hasAttribute('disabled') && one.getAttribute('aria-hidden') !== 'true' && one.tabIndex >= 0,
  )
  const wrong = all.find((one) => one.getAttribute('aria-invalid') === 'true')
  const missing = all.find((one) => isRequired(one) && isEmpty(one))
  return wrong ?? missing ?? all[0] ?? null
}

function isRequired(control: HTMLElement): boolean {
  return control.hasAttribute('required') || control.getAttribute('aria-required') === 'true'
}

function isEmpty(control: HTMLElement): boolean {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
    return !control.checked
  }
  return 'value' in control ? control.value === '' : control.textContent === ''
}
