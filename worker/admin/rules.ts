/** Rules at the command line: how they stand, what one would say of what is stored, and switching one. */
import { ruleFaults } from '../../shared/catalogue/read.ts'
import { dateInVietnam, periodsBefore } from '../../shared/period.ts'
import { type Rehearsal, type RuleStatus, ruleChangeSchema } from '../../shared/protocol.ts'
import { type Rule, ruleSchema } from '../../shared/rules/schema.ts'
import { ruleStatuses } from '../../shared/rules/statuses.ts'
import { administrator } from '../admit.ts'
import { indexOf } from '../catalogue.ts'
import { Refusal } from '../on-premise/words.ts'
import { rehearse } from '../rehearsal.ts'
import { changeRule, ruleList, ruleOf, rulesNow } from '../rules.ts'
import { ask, first } from '../store/ask.ts'
import { catalogueInForce } from '../store/catalogues.ts'
import { everyYear, periodsOf } from '../store/periods.ts'
import { knownAgency } from './agencies.ts'
import { type Asked, type Command, Misuse } from './command.ts'
import { jsonFile } from './files.ts'
import { rulesWords, statusNames } from './rules-words.ts'
import { inColumns } from './table.ts'

const text = { type: 'string' } as const

export const ruleCommands: readonly Command[] = [
  { name: 'rules list', takes: [1, 1], needs: 'database', run: list },
  {
    name: 'rules rehearse',
    takes: [1, 99],
    options: { file: text, from: text, to: text, json: { type: 'boolean' } },
    needs: 'database',
    run: rehearseAsked,
  },
  {
    name: 'rules set',
    takes: [2, 2],
    options: { status: text, from: text, until: text, reason: text, confirm: text },
    needs: 'database',
    run: set,
  },
]

async function list({ given, place: { db }, say, at }: Asked): Promise<void> {
  const { agency } = await knownAgency(db, given[0] ?? '')
  const rules = await ruleList(db, agency.key, at)
  const lines = rules.map(({ rule, severity, standing, unrehearsed, title }) => [
    rule,
    rulesWords.severity(severity),
    unrehearsed ? rulesWords.unrehearsed(standing.status) : statusNames[standing.status],
    rulesWords.span(standing),
    title,
  ])
  for (const line of inColumns([rulesWords.listHead, ...lines])) say(line)
}

/** Without a rule named: all that are in rehearsal. Without periods: the newest and the eleven before it. */
async function rehearseAsked(asked: Asked): Promise<void> {
  const { place, say, has, text } = asked
  const { db } = place
  const { agency } = await knownAgency(db, asked.given[0] ?? '')
  const rules = await rulesAsked(asked, agency.key)
  const [[newest]] = await ask(db, periodsOf(db, agency.key, everyYear, 1))
  if (!newest) throw new Refusal(rulesWords.noPeriods(agency.key))
  const to = text('to') ?? newest.period
  const from = text('from') ?? periodsBefore(to, 11)[0] ?? to
  const known = new Set((await rulesNow(db, asked.at)).map(({ id }) => id))
  const done: Rehearsal[] = []
  for (const rule of rules) {
    const rehearsal = await rehearse(db, agency.key, rule, { from, to })
    done.push(rehearsal)
    if (!has('json')) tell(rehearsal, known.has(rule.id), say)
  }
  if (has('json')) say(JSON.stringify(done, null, 2))
}

async function rulesAsked({ given, text, place, at }: Asked, agency: string): Promise<Rule[]> {
  const [, ...named] = given
  const file = text('file')
  if (file !== undefined && named.length > 0) throw new Misuse(rulesWords.bothKinds())
  if (file !== undefined) return rulesIn(file, place.db, at)
  if (named.length > 0) return Promise.all(named.map(id => ruleOf(place.db, id, at)))
  const rehearsed = (await ruleList(place.db, agency, at)).filter(
    ({ standing }) => standing.status === 'rehearsal',
  )
  if (rehearsed.length === 0) throw new Misuse(rulesWords.nothingToRehearse())
  return Promise.all(rehearsed.map(({ rule }) => ruleOf(place.db, rule, at)))
}

/** One rule or a list of them, as the files of a catalogue have them. @throws Refusal with every fault */
async function rulesIn(file: string, db: Asked['place']['db'], at: string): Promise<Rule[]> {
  const json = jsonFile(file)
  const written = Array.isArray(json) ? json : [json]
  const read = written.map(one => ruleSchema.safeParse(one))
  const found = await first(catalogueInForce(db, dateInVietnam(Date.parse(at))))
  const index = found && (await indexOf(db, found.version))
  const rules = read.flatMap(({ data }) => (data ? [data] : []))
  const faults = [
    ...read.flatMap(({ error }, i) =>
      (error?.issues ?? []).map(({ path, message }) => `${[i + 1, ...path].join('/')}: ${message}`),
    ),
    ...(index ? rules.flatMap(rule => ruleFaults(index, rule)) : []).map(
      ({ path, reason }) => `${path}: ${reason}`,
    ),
  ]
  if (faults.length > 0)
    throw new Refusal(
      [rulesWords.fileFaults(file, faults.length), ...faults.map(fault => `  ${fault}`)].join('\n'),
    )
  return rules
}

/** Sentences on the screen; --json has them all. */
const shown = 10

function tell(rehearsal: Rehearsal, isKnown: boolean, say: (line: string) => void): void {
  const { units, submissions, failing, findings, hidden, skipped, rule } = rehearsal
  say(
    rulesWords.heading(
      isKnown ? rehearsal : { ...rehearsal, rule: rulesWords.notInCatalogue(rule) },
    ),
  )
  if (skipped.length > 0) say(rulesWords.skipped(skipped))
  const { count } = rulesWords
  const places = units.reduce((sum, unit) => sum + unit.findings, 0)
  const lines = units.map(unit => [
    unit.name,
    ...[unit.submissions, unit.failing, unit.findings].map(count),
  ])
  const total = [rulesWords.total, ...[submissions, failing, places].map(count)]
  if (submissions > 0)
    for (const line of inColumns([rulesWords.countHead, ...lines, total])) say(line)
  const names = new Map(units.map(({ unit, name }) => [unit, name]))
  for (const { unit, period, revision, message } of findings.slice(0, shown))
    say(rulesWords.sentence(names.get(unit) ?? unit, period, revision, message))
  const more = Math.max(0, findings.length - shown) + hidden
  if (more > 0) say(rulesWords.more(more))
  if (submissions === 0) say(rulesWords.nothingFiled())
  else if (failing === 0) say(rulesWords.nobody())
  say('')
}

const isStatus = (typed: string): typed is RuleStatus => ruleStatuses.some(one => one === typed)

async function set({ given, text, place: { db }, say, at }: Asked): Promise<void> {
  const [key = '', rule = ''] = given
  const { agency } = await knownAgency(db, key)
  const status = text('status') ?? ''
  if (!isStatus(status)) throw new Misuse(rulesWords.notAStatus(status))
  const { from, until, reason } = ruleChangeSchema.shape
  const day = (option: 'from' | 'until') => {
    const read = { from, until }[option].safeParse(text(option) ?? null)
    if (!read.success) throw new Misuse(rulesWords.notADay(text(option) ?? ''))
    return read.data
  }
  const why = reason.safeParse(text('reason'))
  if (!why.success) throw new Misuse(rulesWords.reasonNeeded())
  const confirm = text('confirm')
  const asked = {
    ...{ status, from: day('from'), until: day('until'), reason: why.data },
    ...(confirm === undefined ? {} : { confirm }),
  }
  const by = { actor: administrator, name: administrator.name }
  const done = await changeRule(db, agency.key, rule, asked, { at, by })
  say(
    done === 'known'
      ? rulesWords.setAlready(rule)
      : rulesWords.set(rule, status, rulesWords.span({ rule, ...asked })),
  )
}
