/**
 * Everything on the wire, version 1. The worker parses with these schemas and describes itself by them; the pane only
 * takes the types, so the schema library stays out of its bundle.
 */
export { agencySchema } from './agency.ts'
export * from './protocol/audit.ts'
export * from './protocol/catalogue.ts'
export * from './protocol/check-code.ts'
export * from './protocol/consolidation.ts'
export * from './protocol/difference.ts'
export * from './protocol/figure.ts'
export * from './protocol/narrative.ts'
export * from './protocol/one-stop.ts'
export * from './protocol/period.ts'
export * from './protocol/problem.ts'
export * from './protocol/report.ts'
export * from './protocol/review.ts'
export * from './protocol/reviewing.ts'
export * from './protocol/session.ts'
export * from './protocol/submission.ts'
export * from './protocol/upload.ts'
