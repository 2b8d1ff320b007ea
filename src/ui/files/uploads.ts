import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { newKey } from '../api/intent.ts'
import { isPicture } from './file-rules.ts'
import { upload, type UploadedFile } from './upload.ts'

/** A file on its way to the server. */
export type Sending = {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly type: string
  /** 0 to 1. */
  readonly share: number
  readonly error: unknown
}

export type Uploads = {
  readonly sending: readonly Sending[]
  readonly send: (files: readonly { readonly file: File; readonly name: string }[]) => void
  readonly retry: (key: string) => void
  readonly stop: (key: string) => void
  /** A picture's address in this browser, for files chosen on this page. */
  readonly preview: (idOrKey: string) => string | null
}

type Held = { readonly file: File; readonly name: string; stop: AbortController }

/** Sends files at once when they are chosen; `onDone` gets each as the server knows it. */
export function useUploads(onDone: (file: UploadedFile) => void): Uploads {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const held = useRef(new Map<string, Held>())
  const previews = useRef(new Map<string, string>())
  const done = useRef(onDone)
  useLayoutEffect(() => {
    done.current = onDone
  })

  useEffect(() => {
    const files = held.current
    const addresses = previews.current
    return () => {
      for (const one of files.values()) one.stop.abort()
      for (const address of addresses.values()) URL.revokeObjectURL(address)
    }
  }, [])

  const change = useCallback((key: string, part: Partial<Sending>) => {
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  }, [])
  const forget = useCallback((key: string) => {
    held.current.delete(key)
    setSending((all) => all.filter((one) => one.key !== key))
  }, [])

  const start = useCallback(
    async (key: string) => {
      const one = held.current.get(key)
      if (!one) return
      one.stop = new AbortController()
      change(key, { share: 0, error: null })
      try {
        const file = await upload(one.file, one.name, key, (share) => change(key, { share }), one.stop.signal)
        const address = previews.current.get(key)
        if (address) previews.current.set(file.id, address)
        forget(key)
        done.current(file)
      } catch (error) {
        if (!one.stop.signal.aborted) change(key, { error })
      }
    },
    [change, forget],
  )

  return {
    sending,
    send: (files) => {
      const added = files.map(({ file, name }) => {
        const key = newKey()
        held.current.set(key, { file, name, stop: new AbortController() })
        if (isPicture(file.type)) previews.current.set(key, URL.createObjectURL(file))
        return { key, name, size: file.size, type: file.type, share: 0, error: null }
      })
      setSending((all) => [...all, ...added])
      for (const { key } of added) void start(key)
    },
    retry: (key) => void start(key),
    stop: (key) => {
      held.current.get(key)?.stop.abort()
      forget(key)
    },
    preview: (id) => previews.current.get(id) ?? null,
  }
}
