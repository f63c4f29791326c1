/** Which facets divide a whole completely, and which figures belong together, as data (domain §4.1). */
import type { Facet, NounClass } from './vocabulary.ts'

/** Facets that exclude each other; `complete` lists what together makes the whole. */
export type Axis = {
  readonly of: readonly NounClass[]
  readonly facets: readonly Facet[]
  readonly complete: readonly (readonly Facet[])[]
}
export const axes: readonly Axis[] = [
  {
    of: ['dossier', 'task', 'petition'],
    facets: ['early', 'onTime', 'timely', 'late'],
    complete: [
      ['early', 'onTime', 'late'],
      ['timely', 'late'],
    ],
  },
  { of: ['dossier', 'task'], facets: ['inTime', 'late'], complete: [['inTime', 'late']] },
  {
    of: ['dossier'],
    facets: ['carried', 'new', 'inPeriod', 'online', 'inPerson', 'postal'],
    complete: [
      ['carried', 'inPeriod'],
      ['carried', 'new'],
      ['carried', 'online', 'inPerson'],
    ],
  },
  {
    of: ['dossier', 'petition', 'task'],
    facets: ['resolved', 'pending'],
    complete: [['resolved', 'pending']],
  },
  { of: ['procedure'], facets: ['oneStop', 'interlinked'], complete: [['oneStop', 'interlinked']] },
  { of: ['procedure'], facets: ['simplified', 'kept'], complete: [['simplified', 'kept']] },
  { of: ['procedure'], facets: ['byCentral', 'byLocal'], complete: [['byCentral', 'byLocal']] },
  { of: ['procedure'], facets: ['own', 'lower'], complete: [['own', 'lower']] },
  {
    of: ['procedure', 'dossier'],
    facets: ['fullOnline', 'partialOnline', 'infoOnline'],
    complete: [['fullOnline', 'partialOnline', 'infoOnline']],
  },
  {
    of: ['staff'],
    facets: ['admin', 'service', 'contract'],
    complete: [['admin', 'service', 'contract']],
  },
]

/**
 * What belongs together in one place of a report: every way to read it; none holds, something is wrong. A role is the
 * facets of a count, sorted.
 */
export type Identity = {
  readonly rule: string
  readonly noun: NounClass
  /** the whole first; each term a role, all of them have to be told */
  readonly ways: readonly (readonly [whole: readonly string[], parts: readonly string[]])[]
  /** roles that may stand outside: their sum, or any part of it, explains a difference */
  readonly outside: readonly string[]
}
export const identities: readonly Identity[] = [
  {
    rule: 'KSTT06-R1',
    noun: 'dossier',
    ways: [[['received'], ['carried', 'new']]],
    outside: [],
  },
  {
    rule: 'KSTT06-R4',
    noun: 'dossier',
    ways: [
      [['received'], ['resolved', 'pending']],
      [
        ['received', 'carried'],
        ['resolved', 'pending'],
      ],
      [
        ['carried', 'new'],
        ['resolved', 'pending'],
      ],
      [['received'], ['resolved', 'inTime']],
    ],
    outside: ['returned', 'withdrawn', 'supplement', 'returned+withdrawn', 'overdue'],
  },
  {
    rule: 'KSTT06-R2',
    noun: 'dossier',
    ways: [
      [['resolved'], ['early', 'onTime', 'late']],
      [['resolved'], ['timely', 'late']],
      [['resolved'], ['onTime', 'late']],
    ],
    outside: ['returned', 'withdrawn', 'early'],
  },
  {
    rule: 'KSTT06-R3',
    noun: 'dossier',
    ways: [[['pending'], ['inTime', 'overdue']]],
    outside: ['supplement'],
  },
]
