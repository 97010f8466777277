import { useState } from 'react'
import { forgetAnswers, isProblem, type Problem } from '../answers/ask.ts'

/** Sends something once at a time, and holds what went wrong. */
export function useSending() {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  /** Gives what came of it, undefined where it was refused. */
  const sending = async <T>(work: () => Promise<T>): Promise<{ readonly given: T } | undefined> => {
    setBusy(true)
    try {
      const given = await work()
      setProblem(undefined)
      forgetAnswers()
      return { given }
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { problem, busy, sending }
}

/** What stands in the fields of a form, by their names. */
export const fieldsOf = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
