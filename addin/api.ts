/**
 * The typed client of the wire: one function per request the pane makes. It knows two ways to fail: the server refused
 * and said why, or no answer came at all.
 */
import type {
  Adjustment,
  CatalogueAnswer,
  CheckedCode,
  Consolidation,
  ExclusionAnswer,
  ExclusionWriting,
  Holidays,
  ImportedDossiers,
  InspectionAnswer,
  JudgementWriting,
  NarrativeAnswer,
  NewAdjustment,
  PastYear,
  PastYearsReading,
  PastYearWriting,
  PeriodChange,
  PeriodOpening,
  PeriodSummary,
  PlanAnswer,
  PlanReading,
  PlanStanding,
  PlanSummary,
  PlanWriting,
  ProblemDocument,
  ProblemList,
  ProblemWriting,
  Progress,
  ProseAnswer,
  Receipt,
  Rehearsal,
  ReportSection,
  Retrospective,
  ReviewDecision,
  ReviewSheet,
  RevisionDifferences,
  RoundSummary,
  RoundWriting,
  RuleChange,
  RuleList,
  SectionWriting,
  Session,
  SheetAnswer,
  StatementWriting,
  Submission,
  SubmissionSummary,
  UnitStanding,
  UploadedSheet,
  Webhook,
  WebhookChange,
  Webhooks,
} from '../shared/protocol.ts'

/** The server answered and refused; `problem.title` is a Vietnamese sentence. */
export class Refused extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(`${problem.status} ${problem.type}`)
    this.problem = problem
  }
}

/** No answer: whether the request arrived is not known. */
export class Unreachable extends Error {}

export type Download = { readonly name: string; readonly content: Blob }
/** `digest` names the consolidation the file was made of; null when something in between took the header away. */
export type Pulled = Download & { readonly digest: string | null }
export type Api = ReturnType<typeof connect>

const root = '/api/v1'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A request that takes longer has met a dead network. */
const patience = 30_000

/** @param token the bearer token of the moment, null before sign-in */
export function connect(token: () => string | null) {
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const bearer = token()
    const isFile = body instanceof ArrayBuffer
    const headers = {
      Accept: 'application/json',
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': isFile ? xlsx : 'application/json' }),
    }
    const response = await fetch(path.startsWith('/api/') ? path : `${root}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    }).catch(cause => {
      throw new Unreachable(path, { cause })
    })
    if (!response.ok) throw new Refused(await problemOf(response))
    return response
  }
  // the worker parses with the schemas these types come from
  const answer = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await ask(method, path, body)
    const text = await response.text().catch(cause => {
      throw new Unreachable(path, { cause })
    })
    return JSON.parse(text) as T
  }
  const get = <T>(path: string) => answer<T>('GET', path)
  const file = async (path: string): Promise<Pulled> => {
    const response = await ask('GET', path)
    const content = await response.blob().catch(cause => {
      throw new Unreachable(path, { cause })
    })
    return {
      content,
      name: fileName(response.headers.get('Content-Disposition')),
      // a proxy that compresses turns "x" into W/"x"
      digest: /[0-9a-f]{64}/u.exec(response.headers.get('ETag') ?? '')?.[0] ?? null,
    }
  }

  return {
    signIn: (code: string) => answer<Session>('POST', '/sessions', { code }),
    signOut: () => ask('DELETE', '/sessions/current'),
    /** @param to a year: those of the newest three years that have any, up to this one */
    periods: (to?: number) =>
      get<PeriodSummary[]>(to === undefined ? '/periods' : `/periods?to=${to}`),
    catalogue: (period: string) => get<CatalogueAnswer>(`/catalogue?period=${period}`),
    sheet: (period: string) => get<SheetAnswer>(`/periods/${period}/sheet`),
    sheetWorkbook: (period: string, unit: string) =>
      file(`/periods/${period}/units/${unit}/sheet.xlsx`),
    /** a filled plain workbook, to be read; nothing of it is stored */
    uploadSheet: (period: string, unit: string, bytes: ArrayBuffer) =>
      answer<UploadedSheet>('POST', `/periods/${period}/units/${unit}/sheet.xlsx`, bytes),
    /** dossiers of the one-stop software, to be matched with the unit's fields; nothing is stored */
    importDossiers: (period: string, unit: string, bytes: ArrayBuffer) =>
      answer<ImportedDossiers>('POST', `/periods/${period}/units/${unit}/dossiers.xlsx`, bytes),
    progress: (period: string) => get<Progress>(`/periods/${period}/progress`),
    submit: (period: string, unit: string, id: string, body: Submission) =>
      answer<Receipt>('PUT', `/periods/${period}/units/${unit}/submissions/${id}`, body),
    /** all revisions of a unit, in the order they came */
    history: (period: string, unit: string) =>
      get<SubmissionSummary[]>(`/periods/${period}/units/${unit}/submissions`),
    reviewSheet: (period: string, unit: string) =>
      get<ReviewSheet>(`/periods/${period}/units/${unit}/review`),
    review: (period: string, unit: string, body: ReviewDecision) =>
      answer<UnitStanding>('POST', `/periods/${period}/units/${unit}/review`, body),
    /** between the two newest revisions */
    differences: (period: string, unit: string) =>
      get<RevisionDifferences>(`/periods/${period}/units/${unit}/differences`),
    openPeriod: (body: PeriodOpening) => answer<PeriodSummary>('POST', '/periods', body),
    changePeriod: (period: string, body: PeriodChange) =>
      answer<PeriodSummary>('PATCH', `/periods/${period}`, body),
    holidays: (year: number) => get<Holidays>(`/holidays/${year}`),
    consolidation: (period: string) => get<Consolidation>(`/periods/${period}/consolidation`),
    /** with what changed since an earlier pull */
    consolidationSince: (period: string, digest: string) =>
      get<Consolidation>(`/periods/${period}/consolidation?since=${digest}`),
    adjustments: (period: string) => get<Adjustment[]>(`/periods/${period}/adjustments`),
    adjust: (period: string, id: string, body: NewAdjustment) =>
      answer<Adjustment>('PUT', `/periods/${period}/adjustments/${id}`, body),
    narrative: (period: string) => get<NarrativeAnswer>(`/periods/${period}/narrative`),
    writeSection: (period: string, section: string, body: SectionWriting) =>
      answer<ReportSection>('PUT', `/periods/${period}/narrative/${section}`, body),
    /** a draft of the report held against its own figures and the period's; nothing of it is stored */
    checkText: (period: string, text: string) =>
      answer<ProseAnswer>('POST', `/periods/${period}/prose`, { text }),
    /** a .docx or .txt file */
    checkDocument: (period: string, bytes: ArrayBuffer) =>
      answer<ProseAnswer>('POST', `/periods/${period}/prose.docx`, bytes),
    plans: () => get<PlanSummary[]>('/plans'),
    plan: (year: number) => get<PlanAnswer>(`/plans/${year}`),
    writePlan: (year: number, body: PlanWriting) =>
      answer<PlanAnswer>('PUT', `/plans/${year}`, body),
    /** a plan as a workbook, to be read; nothing of it is stored */
    readPlan: (year: number, bytes: ArrayBuffer) =>
      answer<PlanReading>('POST', `/plans/${year}/workbook`, bytes),
    planWorkbook: (year: number) => file(`/plans/${year}/plan.xlsx`),
    planStanding: (period: string) => get<PlanStanding>(`/periods/${period}/plan`),
    /** @param span "from=2021&to=2025&base=2020" */
    retrospective: (span: string) => get<Retrospective>(`/retrospective?${span}`),
    retrospectivePaper: (kind: 'xlsx' | 'docx', span: string) =>
      file(`/retrospective.${kind}?${span}`),
    pastYears: () => get<PastYear[]>('/past-years'),
    pastYearsSheet: (span: string) => file(`/past-years/sheet.xlsx?${span}`),
    /** a filled sheet of past years, to be read; nothing of it is stored */
    readPastYears: (bytes: ArrayBuffer) =>
      answer<PastYearsReading>('POST', '/past-years/workbook', bytes),
    writePastYear: (year: number, body: PastYearWriting) =>
      answer<PastYear>('PUT', `/past-years/${year}`, body),
    rules: () => get<RuleList>('/rules'),
    changeRule: (rule: string, body: RuleChange) =>
      answer<RuleList[number]>('PUT', `/rules/${rule}`, body),
    rehearse: (rule: string, from: string, to: string) =>
      get<Rehearsal>(`/rules/${rule}/rehearsal?from=${from}&to=${to}`),
    exclusions: () => get<ExclusionAnswer[]>('/exclusions'),
    declareExclusion: (id: string, body: ExclusionWriting) =>
      answer<ExclusionAnswer[]>('PUT', `/exclusions/${id}`, body),
    webhooks: () => get<Webhooks>('/webhooks'),
    changeWebhook: (id: string, body: WebhookChange) =>
      answer<Webhook>('PATCH', `/webhooks/${id}`, body),
    /** tells the oldest that waits, before its time */
    tryWebhook: (id: string) => answer<Webhook>('POST', `/webhooks/${id}/try`),
    /** what a printed code belongs to, as typed; for anyone */
    checkCode: (typed: string) => get<CheckedCode>(`/check/${encodeURIComponent(typed)}`),
    annex: (period: string) => file(`/periods/${period}/annex.xlsx`),
    report: (period: string) => file(`/periods/${period}/report.docx`),
    inspections: () => get<RoundSummary[]>('/inspections'),
    inspection: (round: string) => get<InspectionAnswer>(`/inspections/${round}`),
    /** of all rounds */
    openProblems: () => get<ProblemList>('/problems?state=open'),
    /** every writing is answered with the round as it then stands */
    writeRound: (round: string, body: RoundWriting) =>
      answer<InspectionAnswer>('PUT', `/inspections/${round}`, body),
    writeStatement: (round: string, unit: string, body: StatementWriting) =>
      answer<InspectionAnswer>('PUT', `/inspections/${round}/units/${unit}/statement`, body),
    writeProblem: (round: string, problem: string, body: ProblemWriting) =>
      answer<InspectionAnswer>('PUT', `/inspections/${round}/problems/${problem}`, body),
    writeJudgement: (round: string, body: JudgementWriting) =>
      answer<InspectionAnswer>('PUT', `/inspections/${round}/judgement`, body),
    notice: (round: string) => file(`/inspections/${round}/notice.docx`),
    noticeAnnex: (round: string) => file(`/inspections/${round}/annex.xlsx`),
    /** whether this server describes such a route, "/api/v1/periods/{period}/report.docx" */
    offers: async (path: string): Promise<boolean> => {
      const response = await ask('GET', '/api/openapi.json')
      const { paths }: { paths?: object } = await response.json().catch(() => ({}))
      return Object.keys(paths ?? {}).includes(path)
    },
  }
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const unknown: ProblemDocument = { type: 'about:blank', title: '', status: response.status }
  const body: unknown = await response.json().catch(() => null)
  // anything in between (a proxy, a captive portal) may answer with something else
  return body !== null && typeof body === 'object' ? { ...unknown, ...body } : unknown
}

/** The name in Content-Disposition; the encoded form (RFC 8187) first. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1]
  const plain = /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : (plain ?? 'phu-luc.xlsx')
}
