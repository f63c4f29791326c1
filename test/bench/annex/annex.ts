/**
 * The annex against what scripts do today, on the same figures, one after the other in one run (A B C D A B C D …): from
 * the store through the app, and from uploaded workbooks. A time counts only when the sums are equal. The product's time
 * includes the rules, the lineage and every sheet of the annex; the scripts fill a template and check nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../table.ts'
import { canMeasure, measured, type Run } from './measured.ts'
import { fill } from './store.ts'
import { sameSums, sumsIn } from './sums.ts'
import type { Taken } from './timed.ts'
import { writeWorkbooks } from './workbooks.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
/** The distribution's own, which has the packages; not one of a version manager. */
const python = '/usr/bin/python3'

type Contender = {
  readonly name: string
  readonly can: () => boolean
  readonly run: (place: Place, out: string) => Run
}
type Place = { readonly folder: string; readonly code: string; readonly lean: readonly string[] }

const imports = (module: string): boolean =>
  spawnSync(python, ['-c', `import ${module}`]).status === 0
const script = (name: string, command: string) => (place: Place, out: string) =>
  measured(command, [
    here(`baselines/${name}`),
    join(place.folder, 'template.xlsx'),
    out,
    join(place.folder, 'plan.json'),
    ...place.lean,
  ])

/** The first time and some more; a thousand workbooks take long enough for one more to say the same. */
const timesOf = ({ lean }: Place): string => (lean.length > 500 ? '2' : '6')
/** The product on one of the two kinds of workbooks. */
const reading = (kind: 'lean' | 'plain') => (place: Place, out: string) =>
  measured(process.execPath, [
    ...[here('from-workbooks.ts'), join(place.folder, 'data'), out, timesOf(place)],
    ...[kind, `${place.lean.length}`, place.folder],
  ])

const contenders: readonly Contender[] = [
  {
    name: 'store',
    can: () => true,
    run: (place, out) =>
      measured(process.execPath, [
        ...[here('from-store.ts'), join(place.folder, 'data'), place.code, out, timesOf(place)],
      ]),
  },
  { name: 'workbooks', can: () => true, run: reading('lean') },
  { name: 'plain workbooks', can: () => true, run: reading('plain') },
  {
    name: 'pandas + openpyxl',
    can: () => imports('pandas, openpyxl'),
    run: script('with_pandas.py', python),
  },
  {
    name: 'openpyxl alone',
    can: () => imports('openpyxl'),
    run: script('openpyxl_alone.py', python),
  },
  {
    name: 'exceljs',
    can: () => existsSync(join(process.env.BASELINES ?? '', 'node_modules/exceljs')),
    run: script('with_exceljs.mjs', process.execPath),
  },
]

export type AnnexMeasured = {
  readonly units: number
  readonly name: string
  readonly equal: boolean
  readonly runs: number
  /** seconds, medians; `inner` without the process's own start, `warm` of the following requests (product only) */
  readonly wall: number
  readonly worst: number
  readonly inner: number
  readonly warm: number | null
  readonly cpu: number
  /** MB, the highest of all runs */
  readonly memory: number
}

export async function annexes(scale: number): Promise<AnnexMeasured[]> {
  if (!canMeasure) throw new Error('GNU time is not installed (Debian: time)')
  const able = contenders.filter(({ can }) => can())
  const sizes = scale < 1 ? [12, 150] : [12, 150, 1000]
  const results: AnnexMeasured[] = []
  for (const units of sizes)
    results.push(...(await ofSize(units, able, scale < 1 || units > 500 ? 3 : 5)))
  return results
}

async function ofSize(units: number, able: readonly Contender[], rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-annex-'))
  try {
    mkdirSync(join(folder, 'out'))
    const { plan, lean } = await writeWorkbooks(folder, units)
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
    const code = await fill(join(folder, 'data'), units)
    const place = { folder, code, lean }
    const all = new Map<string, Run[]>(able.map(({ name }) => [name, []]))
    for (let round = 0; round < rounds; round++)
      able.forEach(({ name, run }, i) => {
        all.get(name)?.push(run(place, join(folder, 'out', `${i}.xlsx`)))
      })
    const sums = await Promise.all(
      able.map((_, i) => sumsIn(join(folder, 'out', `${i}.xlsx`), plan.sheets)),
    )
    return able.map(({ name }, i): AnnexMeasured => {
      const runs = all.get(name) ?? []
      const printed = runs.map(run => run.printed as Printed)
      const taken = printed.map(one => one.taken ?? [])
      const following = taken.flatMap(times => times.slice(1).map(({ seconds }) => seconds))
      // a cold process makes one annex: what it made after the first is not its time
      const walls = runs.map(({ wall }, run) =>
        (taken[run] ?? []).slice(1).reduce((left, { seconds }) => left - seconds, wall),
      )
      return {
        units,
        name,
        equal: sameSums(sums[i] ?? {}, sums[0] ?? {}),
        runs: runs.length,
        wall: median(walls),
        worst: Math.max(...walls),
        inner: median(printed.map(one => one.seconds ?? one.taken?.[0]?.seconds ?? Number.NaN)),
        warm: following.length > 0 ? median(following) : null,
        cpu: median(
          taken.some(times => times.length > 1)
            ? taken.flatMap(times => times.slice(1).map(({ cpu }) => cpu))
            : runs.map(({ cpu }) => cpu),
        ),
        memory: Math.max(...runs.map(({ memory }) => memory)),
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A script prints its own seconds, the product those of each time. */
type Printed = { seconds?: number; taken?: Taken }
