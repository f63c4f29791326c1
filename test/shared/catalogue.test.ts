// The catalogue is data: the shipped one loads, a bad one is refused with the path and the reason.
import { describe, expect, test } from 'vitest'
import { CatalogueError, type CatalogueFiles, readCatalogue } from '../../shared/catalogue/read.ts'
import { catalogueFiles } from '../../worker/catalogue-files.ts'

const shipped = catalogueFiles('sct-2025.1')

type Line = Record<string, unknown> & { key: string }
type Editable = {
  id: string
  layout: string
  sheet: string
  rows: Line[]
  columns: Line[]
  owner: string
}

/** A copy of the shipped files with one thing changed. */
function changed(
  edit: (form: (id: string) => Editable, files: { rules: Line[] }) => void,
): CatalogueFiles {
  const copy = structuredClone(shipped) as { head: unknown; forms: Editable[]; rules: Line[] }
  edit(id => {
    const form = copy.forms.find(f => f.id === id)
    if (!form) throw new Error(id)
    return form
  }, copy)
  return copy
}

const row = (form: Editable, key: string): Line => {
  const found = (form.rows ?? form.columns).find(r => r.key === key)
  if (!found) throw new Error(key)
  return found
}

const faults = (files: CatalogueFiles) => {
  try {
    readCatalogue(files)
    return []
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error
    return error.faults.map(fault => `${fault.path}: ${fault.reason}`)
  }
}

test('holds every form a Sở fills, each row with its source and how sure it is', () => {
  const index = readCatalogue(shipped)
  expect([...index.forms.keys()]).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map(n => `CCHC-${n}`),
    'KSTT-06a',
    'TTHC-DS',
    'KSTT-DC',
    'PLAN',
    'NARR',
  ])
  expect(index.indicators.size).toBe(194)
  for (const { row: line } of [...index.indicators.values(), ...index.columns.values()])
    expect(line.source.length, line.key).toBeGreaterThan(0)
})

test('says for every union whether members, tasks of the plan or only a count are collected', () => {
  const unions = [...readCatalogue(shipped).indicators.values()].flatMap(({ row: line }) =>
    line.merge?.by === 'union' ? [[line.key, line.merge.collect] as const] : [],
  )
  expect(unions.length).toBeGreaterThan(30)
  expect(unions.filter(([, collect]) => collect !== 'count')).toEqual([
    ['plan_tasks_total', { plan: 'PLAN', tasks: 'all' }],
    [
      'plan_tasks_done',
      {
        plan: 'PLAN',
        tasks: 'one-off',
        where: { column: 'status', among: ['done', 'done-late'] },
      },
    ],
    ['plan_tasks_recurring', { plan: 'PLAN', tasks: 'recurring' }],
    ['tthc_online_used', { members: 'TTHC-DS' }],
  ])
})

describe('is refused with path and reason', () => {
  const counting = (collect: object) => (form: Parameters<Parameters<typeof changed>[0]>[0]) =>
    Object.assign(row(form('CCHC-1'), 'plan_tasks_done'), {
      merge: { by: 'union', of: 'task', collect: { tasks: 'all', ...collect } },
    })
  test.each([
    ['tasks of a list that has none', { plan: 'TTHC-DS' }, 'form "TTHC-DS" has no tasks'],
    ['tasks of no form', { plan: 'PLAM' }, 'unknown list form "PLAM"'],
    [
      'tasks by a column without choices',
      { plan: 'PLAN', where: { column: 'evidence', among: ['x'] } },
      'unknown choice "evidence"',
    ],
    [
      'tasks by a word nobody can choose',
      { plan: 'PLAN', where: { column: 'status', among: ['finished'] } },
      '"status" has no "finished"',
    ],
  ])('%s', (_name, collect, reason) => {
    expect(faults(changed(counting(collect)))).toEqual([
      `CCHC-1/1.2 plan_tasks_done/merge: ${reason}`,
    ])
  })

  test.each<[string, Parameters<typeof changed>[0], string]>([
    [
      'unknown key in a formula',
      form =>
        Object.assign(row(form('CCHC-1'), 'plan_done_rate'), {
          formula: 'plan_tasks_done / plan_tasks_totl',
        }),
      'CCHC-1/1.5 plan_done_rate/formula: unknown key "plan_tasks_totl"',
    ],
    [
      'a key of another form that lacks it',
      form =>
        Object.assign(row(form('CCHC-7'), 'tthc_online_rate'), {
          formula: 'tthc_online / CCHC-4.tthc_own',
        }),
      'CCHC-7/5.2 tthc_online_rate/formula: unknown key "CCHC-4.tthc_own"',
    ],
    [
      'unreadable formula',
      form =>
        Object.assign(row(form('KSTT-06a'), 'received_total'), { formula: 'received_online +' }),
      'KSTT-06a/3 received_total/formula: an operand is missing in "received_online +"',
    ],
    [
      'cycle',
      form => {
        const line = row(form('CCHC-3'), 'tthc_one_stop')
        Object.assign(line, {
          formula: 'tthc_total - tthc_interconnected',
          merge: { by: 'recompute' },
        })
      },
      'cycle: tthc_total → tthc_own → tthc_one_stop → tthc_total',
    ],
    [
      'duplicate key across forms',
      form => Object.assign(row(form('CCHC-2'), 'legal_docs_checked'), { key: 'plan_tasks_total' }),
      'duplicate key "plan_tasks_total", first at CCHC-1/1.1 plan_tasks_total',
    ],
    [
      'duplicate code in a form',
      form => Object.assign(row(form('CCHC-2'), 'legal_docs_checked'), { code: '1.1' }),
      'duplicate code "1.1"',
    ],
    [
      'missing unit of measure',
      form => Object.assign(row(form('CCHC-1'), 'plan_tasks_total'), { unit: null }),
      'unit of measure is missing',
    ],
    [
      'unknown aggregation',
      form => Object.assign(row(form('CCHC-1'), 'plan_tasks_total'), { merge: { by: 'average' } }),
      'CCHC-1/rows/1/merge/by: ',
    ],
    [
      'missing aggregation',
      form => Object.assign(row(form('CCHC-1'), 'plan_tasks_total'), { merge: undefined }),
      'merge (aggregation over units) is missing',
    ],
    [
      'members of a list that does not exist',
      form =>
        Object.assign(row(form('CCHC-7'), 'tthc_online_used'), {
          merge: {
            by: 'union',
            of: 'procedure',
            collect: { members: 'TTHC-XX' },
          },
        }),
      'unknown list form "TTHC-XX"',
    ],
    [
      'unknown owner role',
      form => Object.assign(row(form('CCHC-1'), 'plan_tasks_total'), { owner: 'nobody' }),
      'CCHC-1/1.1 plan_tasks_total/owner: unknown role "nobody"',
    ],
    [
      'unknown property',
      form => Object.assign(row(form('CCHC-1'), 'plan_tasks_total'), { colour: 'red' }),
      'Unrecognized key: "colour"',
    ],
    [
      'sheet name Excel does not allow',
      form => Object.assign(form('CCHC-1'), { sheet: 'Biểu 1/2' }),
      'CCHC-1/sheet: ',
    ],
  ])('%s', (_what, edit, expected) => {
    expect(faults(changed(edit)).join('\n')).toContain(expected)
  })

  test('a rule over an unknown key', () => {
    const files = changed((_form, { rules }) => {
      const rule = rules.find(r => r.id === 'PLAN-R1')
      Object.assign(rule ?? {}, { right: 'plan_tasks_total - plan_tasks_recuring' })
    })
    expect(faults(files)).toEqual(['PLAN-R1/right: unknown key "plan_tasks_recuring"'])
  })

  test('a form that is listed but missing, and one that is there but not listed', () => {
    const head = { ...(shipped.head as object), forms: ['CCHC-1', 'CCHC-9'] }
    const found = faults({ ...shipped, head }).join('\n')
    expect(found).toContain('no file for form CCHC-9')
    expect(found).toContain('CCHC-2: form is not listed in catalogue/forms')
  })
})
