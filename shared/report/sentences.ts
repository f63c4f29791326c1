/**
 * The standard sentences of a report, in the wording such reports use (domain §6.1, published report of 4/2025), with
 * the place of every figure. Data only: `prose.ts` fills them in, and a figure never stands in the wording itself.
 */
import { digitalSentences } from './sentences-digital.ts'
import { officeSentences } from './sentences-office.ts'
import { procedureSentences } from './sentences-procedures.ts'

/**
 * A figure, the words around it ("#" is where it stands), what it is called when there is no number to print, and what
 * follows it: the parts it is made up of ("trong đó"), or what it is held against. The figure is an indicator, or a
 * total as "FORM.column".
 */
export type Clause = readonly [
  figure: string,
  says: string,
  name: string,
  more?:
    | {
        readonly among: readonly Clause[]
        /** parts of which there are none are not named */
        readonly arisingOnly?: true
      }
    | { readonly against: readonly Clause[] },
]

export type Sentence = {
  /** section of the narrative it belongs to */
  readonly section: string
  /** what it is about, for when there is nothing to count */
  readonly subject: string
  /** what it begins with instead of its subject; may name {period} and {agency} */
  readonly lead?: string
  readonly clauses: readonly Clause[]
  /** what is said of each answer where its one figure is a choice */
  readonly chosen?: Readonly<Record<number, string>>
  /** nobody need look for it when no unit gave any of its figures */
  readonly whenReported?: true
}

export const sentences: readonly Sentence[] = [
  ...officeSentences,
  ...procedureSentences,
  ...digitalSentences,
]
