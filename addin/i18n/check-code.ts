/** The words about check codes in the language the pane speaks; they come with the view that says them. */
import { checkCode as vi } from './vi/check-code.ts'
import { type Translated, t, type Words } from './words.ts'

export type CheckCodeWords = Translated<typeof vi>

/** What is said now. Ask where it is said, never keep a part of it. */
export const checkCodeWords = (): CheckCodeWords => (isEnglish(t) ? t.checkCode : vi)

const isEnglish = (words: Words): words is Words & { readonly checkCode: CheckCodeWords } =>
  'checkCode' in words
