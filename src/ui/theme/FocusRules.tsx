import { useFocusFinders } from '@fluentui/react-components'

/**
 * Keeps what Fluent guides the focus with for as long as the page is there. Otherwise it goes away with the last dialog,
 * before it has shown the page behind that dialog to screen readers and the keyboard again.
 */
export function FocusRules() {
  useFocusFinders()
  return null
}
