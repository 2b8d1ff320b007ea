import { startTransition, useEffect, useState } from 'react'

/** The value once it has stood still for a moment: for what takes too long to follow every key. */
export function useSettled<Value>(value: Value, pause: number): Value {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => settle(value)), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
