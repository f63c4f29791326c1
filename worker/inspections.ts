/**
 * Inspection rounds: the office decides and records for the team, the chosen units report themselves while a round is
 * open. Every writing is an edition that stays; a unit knows only rounds it is part of, and of them only what is its own.
 */
import { type Context, Hono } from 'hono'
import {
  isBlank,
  judgementFaults,
  problemFaults,
  roundFaults,
  statementFaults,
} from '../shared/inspection/faults.ts'
import { currentForm } from '../shared/inspection/form.ts'
import { dateInVietnam } from '../shared/period.ts'
import {
  judgementWritingSchema,
  problemWritingSchema,
  type RoundSummary,
  roundWritingSchema,
  statementWritingSchema,
} from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { bodyOf } from './body.ts'
import { type App, now } from './env.ts'
import {
  type Inspection,
  inspectionFrom,
  inspectionOnWire,
  problemsFrom,
  spokenUnits,
} from './inspection/standing.ts'
import { type Asked, inspectionOf, refuseFaults, writeEdition } from './inspection/writing.ts'
import { say } from './messages.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyDocument } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { standingOfPart } from './store/inspections.ts'

export const inspections = new Hono<App>()
  .get('/inspections', may('inspection.read'), async c => {
    const { agency, unit } = signedIn(c)
    const db = c.env.DB
    const [rounds, statements, problems] = await ask(
      db,
      standingOfPart(db, agency, 'round'),
      standingOfPart(db, agency, 'statement'),
      standingOfPart(db, agency, 'problem'),
    )
    const found = problemsFrom(problems)
    const answer = rounds
      .toSorted((a, b) => b.begunAt.localeCompare(a.begunAt) || a.round.localeCompare(b.round))
      .flatMap((row): RoundSummary[] => {
        const inspection = inspectionFrom([row])
        if (!inspection || !isVisible(inspection, unit)) return []
        const { id, round } = inspection
        const { year, title, state, dueDate } = round
        const own = (key: string) => unit === null || key === unit
        const mine = found.filter(one => one.round === id && own(one.unit))
        return [
          {
            ...{ id, year, title, state, dueDate },
            units: round.units.length,
            stated: statements.filter(one => one.round === id && own(one.name)).length,
            problems: mine.length,
            resolved: mine.filter(({ resolvedOn }) => resolvedOn !== null).length,
          },
        ]
      })
      .sort((a, b) => b.year - a.year)
    return c.json(answer)
  })

  .get('/inspections/:id', may('inspection.read'), async c => {
    const { agency, unit } = signedIn(c)
    const id = uuid(c.req.param('id'))
    const standing = seenBy(unit, await inspectionOf(c.env.DB, agency, id))
    return c.json(inspectionOnWire(standing, unit, todayOf(c)))
  })

  .put('/inspections/:id', may('inspection.write'), async c => {
    const { basedOn, round } = await bodyOf(c, roundWritingSchema)
    const db = c.env.DB
    const [[row]] = await ask(db, agencyDocument(db, signedIn(c).agency))
    const agency = agencyFrom(row)
    return written(c, {
      ...{ part: 'round', name: '', basedOn },
      // a round that is not there is what its first writing begins
      visible: () => undefined,
      content: standing => ({ form: standing?.form.version ?? currentForm, round }),
      check: standing =>
        refuseFaults(
          roundFaults(
            round,
            agency,
            standing && { round: standing.round, spoken: spokenUnits(standing) },
          ),
        ),
    })
  })

  .put('/inspections/:id/units/:unit/statement', may('statement.write'), async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const { basedOn, answers, ...hands } = await bodyOf(c, statementWritingSchema)
    const said = Object.entries(answers).filter(([, answer]) => !isBlank(answer))
    return written(c, {
      ...{ part: 'statement', name: unit, basedOn },
      visible: standing => seenBy(unit, standing),
      content: () => ({ ...hands, answers: Object.fromEntries(said) }),
      check: standing => {
        const { round, form } = seenBy(unit, standing)
        if (round.state !== 'open') throw new Problem('round-closed', say.statementsClosed())
        refuseFaults(statementFaults({ answers }, form), 'invalid-figures')
      },
    })
  })

  .put('/inspections/:id/problems/:problem', may('inspection.write'), async c => {
    const name = uuid(c.req.param('problem'))
    const { basedOn, problem } = await bodyOf(c, problemWritingSchema)
    const today = todayOf(c)
    return written(c, {
      ...{ part: 'problem', name, basedOn },
      content: () => problem,
      check: standing => {
        const { round, form, problems } = seenBy(null, standing)
        if (round.state === 'draft') throw new Problem('round-closed', say.problemInDraft())
        if (problem) refuseFaults(problemFaults(problem, round, form, today))
        else if (!problems.some(({ id }) => id === name))
          throw new Problem('not-found', say.noSuchProblem())
      },
    })
  })

  .put('/inspections/:id/judgement', may('inspection.write'), async c => {
    const { basedOn, ...judgement } = await bodyOf(c, judgementWritingSchema)
    return written(c, {
      ...{ part: 'judgement', name: '', basedOn },
      content: () => judgement,
      check: standing => refuseFaults(judgementFaults(judgement, seenBy(null, standing).round)),
    })
  })

type Writing = Omit<Asked, 'round' | 'visible'> & Partial<Pick<Asked, 'visible'>>

/** Writes, and answers with the round as whoever asked sees it. */
async function written(c: Context<App>, writing: Writing): Promise<Response> {
  const { unit } = signedIn(c)
  const { standing, status } = await writeEdition(c, {
    visible: one => seenBy(unit, one),
    ...writing,
    round: uuid(c.req.param('id') ?? ''),
  })
  return c.json(inspectionOnWire(standing, unit, todayOf(c)), status)
}

const isVisible = ({ round }: Inspection, unit: string | null): boolean =>
  unit === null || (round.state !== 'draft' && round.units.some(one => one.unit === unit))

/** A round that a unit is no part of is to it as one that is not there. @throws Problem not-found */
export function seenBy(unit: string | null, standing: Inspection | undefined): Inspection {
  if (!standing || !isVisible(standing, unit))
    throw new Problem('not-found', say.noSuchInspection())
  return standing
}

/** RFC 9562; lower case, so that one id has one spelling. @throws Problem malformed */
export function uuid(text: string): string {
  const id = text.toLowerCase()
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id))
    throw new Problem('malformed', say.notAnInspectionId())
  return id
}

export const todayOf = (c: Context<App>): string => dateInVietnam(now(c.env))
