/**
 * The shelf in IndexedDB, under the storage prefix of the frame. Never throws and never hangs: what the browser refuses
 * or does not answer goes to the other shelf, from then on always.
 */
import { type Box, boxes, type Shelf } from './shelf.ts'

/** One more for every box that is added. */
const version = 5
/** Some webviews never answer an open request. */
const patience = 3000

/** @param partition known once the host has answered; asked for at the first use */
export function indexedShelf(partition: () => string, otherwise: Shelf): Shelf {
  let opened: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    opened ??= open(`${partition()}cchc`)
    return opened
  }
  return {
    all: async <T>(box: Box) => {
      try {
        const entries = (await database()).transaction(box).objectStore(box).getAll()
        // only this file writes into these boxes
        return [...((await answer(entries)) as T[]), ...(await otherwise.all<T>(box))]
      } catch {
        return otherwise.all<T>(box)
      }
    },
    write: async (box, key, value) => {
      try {
        const writing = (await database()).transaction(box, 'readwrite', { durability: 'strict' })
        const store = writing.objectStore(box)
        if (value === null) store.delete(key)
        else store.put(value, key)
        await done(writing)
        // what had been kept there when the machine refused
        if (value === null) await otherwise.write(box, key, null)
        return true
      } catch {
        return otherwise.write(box, key, value)
      }
    },
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('IndexedDB does not answer')), patience)
    // the mere name throws where storage is forbidden
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => {
      const there = request.result.objectStoreNames
      for (const box of boxes) if (!there.contains(box)) request.result.createObjectStore(box)
    }
    request.onsuccess = () => {
      // a later version of the pane, open beside this one, must not wait for it
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const done = (writing: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    writing.oncomplete = () => resolve()
    writing.onabort = () => reject(writing.error)
  })
