/** Refusals as people read them: the worker's own sentences about invented requests. `internal` has no other than its id. */
import { formatWords } from '../../formats/words.ts'
import { say } from '../../messages.ts'
import { pastYearWords } from '../../past-years/words.ts'
import type { Slug } from '../../problem.ts'
import { retrospectiveWords } from '../../retrospective/words.ts'
import { ruleWords } from '../../rules-words.ts'
import { documentWords, uploadWords } from '../../upload/words.ts'
import { webhookWords } from '../../webhook/words.ts'
import type { Route } from '../operations.ts'

type Refused = Readonly<Partial<Record<Slug, string>>>

/** What any operation says by that name. */
const everywhere: Refused = {
  malformed: say.misshapenBody(1),
  'sign-in-needed': say.signIn(),
  'wrong-code': say.wrongCode(),
  'not-yours': say.otherAgency('sct-bac-ninh', [
    { agency: 'sct-bac-giang', name: 'Sở Công Thương' },
  ]),
  'agency-needed': say.agencyNeeded([
    { agency: 'sct-bac-giang', name: 'Sở Công Thương' },
    { agency: 'stc-bac-giang', name: 'Sở Tài chính' },
  ]),
  'not-found': say.noSuchAddress(),
  'period-exists': say.periodExists('2025-M04'),
  'period-locked': say.periodLocked('2025-M04'),
  'catalogue-outdated': say.catalogueOutdated('sct-2024.2', 'sct-2025.1', '2025-M04'),
  'revision-stale': say.revisionStale(1, {
    ...{ revision: 2, receivedAt: '2025-04-14T03:20:00.000Z', preparedBy: 'Nguyễn Thị Lan' },
  }),
  'submitted-differently': say.submittedDifferently({
    ...{ revision: 1, receivedAt: '2025-04-14T03:00:00.000Z' },
  }),
  'recorded-differently': say.adjustmentTaken(),
  'not-acceptable': formatWords.notAcceptable('text/html'),
  'digest-unknown': say.digestUnknown('2025-M04'),
  'section-stale': say.sectionStale(
    ...(['Cải cách thể chế', 'Trần Văn Bình', '2025-04-15T02:00:00.000Z', false] as const),
  ),
  'invalid-figures': say.invalidFigures(2),
  findings: say.rejected(1),
  'invalid-plan': say.invalidPlan(1),
  'invalid-inspection': say.inspectionFaults(1),
  'round-closed': say.statementsClosed(),
  'entry-stale': pastYearWords.stale(2020, 'Trần Văn Bình', '2025-04-15T02:00:00.000Z'),
  'plan-stale': say.planStale(2025, 1, {
    ...{ number: 2, writtenBy: 'Trần Văn Bình', writtenAt: '2025-04-15T02:00:00.000Z' },
  }),
  'rule-stays': ruleWords.same('CCHC3-R4'),
  'year-in-system': pastYearWords.inSystem(2025, ['2025-M04']),
  'no-years': retrospectiveWords.nothing({ from: 2021, to: 2025, base: 2020 }, [2016, 2017]),
  'no-text': documentWords.noText.pdf,
  'not-a-workbook': uploadWords.damaged(),
  'no-dossiers': say.noDossierTable(),
  'too-large': say.tooLarge(256),
  'not-json': say.notJson(),
  'webhook-paused': webhookWords.paused(),
  'webhooks-off': webhookWords.off(),
  'slow-down': say.writesTooMany(),
  'try-again': say.tryAgain(),
}

const unknownQuery = say.unknownQuery(
  'unit',
  ['units'],
  ['agency', 'indicators', 'from', 'to', 'units'],
)

/** Where one operation says it in other words, by its id. */
const of: Readonly<Record<string, Refused>> = {
  signIn: { 'slow-down': say.signInsTooMany(), 'not-found': say.signOnOff() },
  checkCode: {
    malformed: say.notACheckCode('K7M2'),
    'not-found': say.noSuchCheckCode('K7M2Q-9XB4T'),
    'slow-down': say.checksTooMany(),
  },
  listPeriods: { malformed: say.periodsYear('from', '16') },
  series: {
    malformed: say.seriesUnknown('dossier_resolved', ['dossiers_resolved']),
    'not-found': say.periodNotOpened('2025-M05', ['2025-M04', '2025-M03']),
  },
  review: {
    'revision-stale': say.reviewStale(1, {
      ...{ revision: 2, receivedAt: '2025-04-14T03:20:00.000Z', preparedBy: 'Nguyễn Thị Lan' },
    }),
  },
  pastYearsSheet: { 'no-years': pastYearWords.nothingToType([2025]) },
  changeRule: { 'entry-stale': ruleWords.ruleStale('CCHC3-R4', undefined) },
  declareExclusion: { 'entry-stale': ruleWords.exclusionStale('tthc-thong-bao', undefined) },
  changePeriod: { 'period-locked': say.lockedChange('2025-M04') },
}

/** What a route says when it refuses so, and the name of that example among all; one of a period says that it was not opened. */
export function refusedBy(
  { method, path, operation: { id } }: Route,
  slug: Slug,
): { readonly name: string; readonly detail: string } | undefined {
  const own = of[id]?.[slug]
  if (own) return { name: `refused.${id}.${slug}`, detail: own }
  // there is no body that could be malformed
  if (slug === 'malformed' && method === 'GET')
    return { name: 'refused.address.malformed', detail: unknownQuery }
  if (slug === 'not-found' && path.includes(':period'))
    return { name: 'refused.period.not-found', detail: say.periodNotOpened('2025-M05') }
  const detail = everywhere[slug]
  return detail === undefined ? undefined : { name: `refused.${slug}`, detail }
}
