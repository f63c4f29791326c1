/** The words of the language the pane speaks: Vietnamese, and English for those who ask for it. */
import { vi } from './vi/vi.ts'

export type Language = 'vi' | 'en'

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** The same words in another language: equal names, equal questions, any text. */
export type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof T]: Translated<T[Name]> }
export type Words = Translated<typeof vi>

/** What is said now. Read it where it is said, never keep a part of it. */
export let t: Words = vi

/** English is fetched only when somebody asks for it. */
export async function speak(language: Language): Promise<void> {
  t = language === 'en' ? (await import('./en/en.ts')).en : vi
}
