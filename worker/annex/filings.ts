/** What the annex tells of the revisions that count: who sent them and when, and what the units explained in them. */

/** A unit's revision whose figures are in the totals. */
export type FiledRevision = {
  readonly unit: string
  readonly revision: number
  /** UTC instant */
  readonly receivedAt: string
  readonly preparedBy: string
  readonly approvedBy: string
}

/** A unit's reason for a warning of its own revision; it stands as long as that revision counts. */
export type Explanation = {
  readonly unit: string
  readonly revision: number
  readonly rule: string
  /** the place in words of `placeText` */
  readonly place: string
  readonly text: string
  /** the unit's own values it was given for, as the engine binds them: "8|7" */
  readonly boundTo: string
  /** what the check had said of those values, with its arithmetic */
  readonly message: string
}
