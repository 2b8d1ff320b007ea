import { defaultKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import type { NotesSync } from './notes-sync.ts'

export type EditorOptions = {
  /** What the text box is called, and the id of what is said below it. */
  readonly label: string
  readonly hint: string
  /** Whether one may write in it. */
  readonly isOpen: boolean
}

/** So many characters hold the notes of a long day. */
const mostCharacters = 100_000

/** A text box in which one keeps one's place and one's undo while others write. Tab leaves it. */
export function notesEditor(
  parent: HTMLElement,
  sync: NotesSync,
  { label, hint, isOpen }: EditorOptions,
): { readonly end: () => void } {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: sync.text.toJSON(),
      extensions: [
        ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
        keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
        yCollab(sync.text, null),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-describedby': hint,
          'aria-readonly': String(!isOpen),
          dir: 'auto',
          spellcheck: 'true',
          autocorrect: 'on',
        }),
        // Readable by keyboard also for whoever may not write.
        EditorState.readOnly.of(!isOpen),
        EditorState.changeFilter.of((change) => !change.docChanged || change.newDoc.length <= mostCharacters),
        look,
      ],
    }),
  })
  return { end: () => view.destroy() }
}

/** Of the design system's tokens, so that it follows the theme. */
const look = EditorView.theme({
  '&': { color: 'var(--colorNeutralForeground1)', fontSize: 'var(--fontSizeBase300)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--fontFamilyBase)', lineHeight: '1.5', maxHeight: '50vh', overflow: 'auto' },
  '.cm-content': { minHeight: '9em', padding: '8px 0', caretColor: 'var(--colorNeutralForeground1)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--colorNeutralForeground1)' },
})
