/** The words about files that are taken in, in the language the pane speaks. English has them with everything else. */
import { files as vi } from './vi/files.ts'
import { type Translated, t, type Words } from './words.ts'

export type FilesWords = Translated<typeof vi>

/** What is said now. Ask where it is said, never keep a part of it. */
export const files = (): FilesWords => (isEnglish(t) ? t.files : vi)

const isEnglish = (words: Words): words is Words & { readonly files: FilesWords } =>
  'files' in words
