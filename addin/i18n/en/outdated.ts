/** The workbook and the newest revision are not the same. */
import type { Words } from '../words.ts'

export const outdated: Words['outdated'] = {
  since: (base, revision, preparedBy, at) =>
    `${base === null ? 'This workbook does not say which revision it was made from' : `This workbook was made from revision ${base}`}; the unit has revision ${revision}, prepared by ${preparedBy}, received ${at}.`,
  gone: base =>
    `This workbook was made from revision ${base ?? 0}, but the unit has no revision in this period.`,
  changes: (n, revision) => `${n} differences: revision ${revision} → workbook`,
  same: revision => `The figures in the workbook equal revision ${revision}.`,
  take: revision => `Take the figures of revision ${revision}`,
  taking: revision => `Taking the figures of revision ${revision} replaces those in the workbook.`,
  keep: revision => `Keep the workbook’s figures, submit on top of revision ${revision}`,
  keepFirst: 'Keep the workbook’s figures, submit as the first revision',
  choose: 'Compare and choose in Submit',
}
