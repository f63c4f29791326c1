/**
 * The language of the pane: Vietnamese until a person asks for English, then what they asked for, on this machine. Forms,
 * findings, figures and dates stay as the decrees write them.
 */
import { type Language, speak, t } from '../../i18n/words.ts'
import { type Kept, keptIn, permitted } from '../kept.ts'
import type { Store } from '../store.ts'

/** It outlives the window, unlike the session; it is no secret, so it needs no prefix of the host's. */
const lasting = (): Kept =>
  keptIn(
    permitted(() => localStorage),
    () => '',
  )

/** What was chosen on this machine, spoken before the first view is drawn. */
export async function resumeLanguage(store: Store, kept: Kept = lasting()): Promise<void> {
  if (kept.read('language') === 'en') await turnTo(store, 'en')
}

export async function changeLanguage(
  store: Store,
  language: Language,
  kept: Kept = lasting(),
): Promise<void> {
  if (await turnTo(store, language)) kept.write('language', language)
}

/** Whether it could: English is a file of its own, and the network may be gone. */
async function turnTo(store: Store, language: Language): Promise<boolean> {
  try {
    await speak(language)
  } catch {
    return false
  }
  store.dispatch({ type: 'spoken', language })
  if (typeof document !== 'undefined') {
    document.documentElement.lang = language
    document.title = t.product
  }
  return true
}
