/** The words of the office's views in the language the pane speaks. English has them with everything else. */
import { office as vi } from './vi/office.ts'
import { type Translated, t, type Words } from './words.ts'

export type OfficeWords = Translated<typeof vi>

/** What is said now. Ask where it is said, never keep a part of it. */
export const office = (): OfficeWords => (isEnglish(t) ? t.office : vi)

const isEnglish = (words: Words): words is Words & { readonly office: OfficeWords } =>
  'office' in words
