/** The words of the views behind "Việc khác" in the language the pane speaks; they come with those views. */
import { works as vi } from './vi/works.ts'
import { type Translated, t, type Words } from './words.ts'

export type WorksWords = Translated<typeof vi>

/** What is said now. Ask where it is said, never keep a part of it. */
export const works = (): WorksWords => (isEnglish(t) ? t.works : vi)

const isEnglish = (words: Words): words is Words & { readonly works: WorksWords } =>
  'works' in words
