/** The words of the leaders' page in the language it speaks; English is fetched only when somebody asks for it. */
import { dashboard as vi } from './vi/dashboard.ts'
import type { Language, Translated } from './words.ts'

export type DashboardWords = Translated<typeof vi>

/** What is said now. Read it where it is said, never keep a part of it. */
export let t: DashboardWords = vi

export async function speak(language: Language): Promise<void> {
  t = language === 'en' ? (await import('./en/dashboard.ts')).dashboard : vi
}
