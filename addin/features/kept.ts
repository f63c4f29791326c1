/**
 * What the pane remembers while its window lives: the session, names, reasons, an unanswered submission. Storage may be
 * partitioned, full or forbidden; then nothing is remembered and nothing breaks.
 */
export type Kept = {
  read<T>(name: string): T | null
  /** null forgets */
  write(name: string, value: unknown): void
}

/** Reading the property itself throws where storage is forbidden. */
export function permitted(storage: () => Storage): Storage | undefined {
  try {
    return storage()
  } catch {
    return undefined
  }
}

/** @param partition prefix the host asks for, "" without one and until the host has answered */
export function keptIn(storage: Storage | undefined, partition: () => string): Kept {
  const key = (name: string) => `${partition()}cchc.${name}`
  return {
    read: <T>(name: string) => {
      try {
        const text = storage?.getItem(key(name))
        // only this file writes under these names
        return text ? (JSON.parse(text) as T) : null
      } catch {
        return null
      }
    },
    write: (name, value) => {
      try {
        if (value === null) storage?.removeItem(key(name))
        else storage?.setItem(key(name), JSON.stringify(value))
      } catch {
        // private windows refuse to store; the pane works without
      }
    },
  }
}
