/** From a reading of the workbook to the body that is sent, and the identity it keeps until it is answered. */
import { type Content, contentToWire } from '../../../shared/content.ts'
import type { CurrentSubmission, ProblemDocument, Submission } from '../../../shared/protocol.ts'
import type { Finding } from '../../../shared/rules/engine.ts'
import { type Reasons, reasonsToSend } from '../check/reasons.ts'
import type { Book } from '../fill/book.ts'

export type Names = { readonly preparedBy: string; readonly approvedBy: string }

/** One submission under way: resent with the same id and the same body until there is an answer. */
export type Pending = {
  readonly id: string
  readonly agency: string
  readonly unit: string
  readonly period: string
  readonly body: Submission
  /** UTC instant the person submitted */
  readonly since: string
  /** it has left this machine at least once, so it may have arrived */
  readonly tried: boolean
  /** its figures come from a file that was taken in, not from the workbook */
  readonly fromFile?: true
  /** why the server will not take it; told when its period is opened */
  readonly refused?: { readonly why: string; readonly problem: ProblemDocument }
}

/** What a receipt shows; the server's receipt and the current submission both have it. */
export type ReceiptFacts = Pick<
  CurrentSubmission,
  'id' | 'revision' | 'receivedAt' | 'digest' | 'preparedBy' | 'approvedBy'
>

/** @param base the revision the figures of the workbook come from: the server refuses when it is no longer the newest */
export function submissionOf(
  book: Book,
  base: number | null,
  content: Content,
  findings: readonly Finding[],
  reasons: Reasons,
  names: Names,
): Submission {
  return {
    catalogue: book.sheet.catalogue,
    basedOn: base,
    window: book.period.window,
    ...contentToWire(content),
    reasons: reasonsToSend(reasons, findings),
    preparedBy: names.preparedBy.trim(),
    approvedBy: names.approvedBy.trim(),
  }
}

/** Nothing at all has been written: there is nothing to check or send yet. */
export const saysNothing = ({ figures, tables, narrative }: Content): boolean =>
  figures.size === 0 && narrative.size === 0 && [...tables.values()].every(rows => rows.size === 0)

/** "7F3K-Q2M9": enough of the id to read out on the telephone. */
export const receiptNumber = (id: string): string => {
  const digits = id.replaceAll('-', '').slice(0, 8).toUpperCase()
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** A digest in groups of eight, so that two people can compare it. */
export const groupedDigest = (digest: string): string =>
  digest
    .replace(/^sha256[:-]/u, '')
    .match(/.{1,8}/gu)
    ?.join(' ') ?? ''
