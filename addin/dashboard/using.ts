/** How the parts of the page reach what the server answers: the hook, and the context that carries the session's answers. */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { Session } from '../../shared/protocol.ts'
import type { Answer, Answers, Asked } from './answers.ts'

export type Signed = { readonly session: Session; readonly answers: Answers }

export const SignedIn = createContext<Signed | null>(null)

/** @throws Error outside a session, which is a fault of the page */
export function useSigned(): Signed {
  const signed = useContext(SignedIn)
  if (!signed) throw new Error('asked without a session')
  return signed
}

/** What is known of it now; null asks nothing. */
export function useAnswer<T>(asked: Asked<T> | null): Answer<T> {
  const { answers } = useSigned()
  const path = asked?.path
  const steady = asked?.steady === true
  useEffect(
    () => (path === undefined ? undefined : answers.want({ path, steady })),
    [answers, path, steady],
  )
  const answer = useSyncExternalStore(answers.subscribe, () =>
    path === undefined ? nothing : answers.at(path),
  )
  // the path says which type the worker answers with
  return answer as Answer<T>
}
const nothing: Answer<never> = { asking: false }

const many = new WeakMap<Answers, { paths: string; found: readonly Answer<unknown>[] }>()

/** The same of several at once, in their order. */
export function useAnswersOf<T>(asked: readonly Asked<T>[]): readonly Answer<T>[] {
  const { answers } = useSigned()
  // a text, because a new list of the same paths is the same question
  const paths = asked.map(({ path, steady }) => `${steady ? '=' : '~'}${path}`).join('\n')
  useEffect(() => {
    const leave = askedIn(paths).map(one => answers.want(one))
    return () => {
      for (const unwant of leave) unwant()
    }
  }, [answers, paths])
  const found = useSyncExternalStore(answers.subscribe, () => {
    const before = many.get(answers)
    const now = askedIn(paths).map(({ path }) => answers.at(path))
    // the same answers are the same snapshot, or React would draw for ever
    if (before?.paths === paths && before.found.every((one, i) => one === now[i]))
      return before.found
    many.set(answers, { paths, found: now })
    return now
  })
  return found as readonly Answer<T>[]
}

const askedIn = (paths: string): Asked<unknown>[] =>
  paths === ''
    ? []
    : paths.split('\n').map(line => ({ path: line.slice(1), steady: line.startsWith('=') }))
