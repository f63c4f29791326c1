/** What the app may expect of a database, on D1 and on SQLite alike. */
import { beforeEach, describe, expect, test } from 'vitest'
import { isRefused, isTaken } from '../../worker/store/ask.ts'
import { db, openHouse } from './house.ts'

beforeEach(() => openHouse())

const add = (day: string, name: string | null = 'Tết') =>
  db.prepare("INSERT INTO holiday (agency, day, name) VALUES ('sct-thu', ?1, ?2)").bind(day, name)
const days = async (): Promise<string[]> => {
  const { results } = await db
    .prepare("SELECT day FROM holiday WHERE agency = 'sct-thu' AND day < '1900' ORDER BY day")
    .all<{ day: string }>()
  return results.map(({ day }) => day)
}
const errorOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => undefined,
    error => error,
  )

describe('happy', () => {
  test('a batch answers each statement in its turn', async () => {
    const answers = await db.batch<{ n: number }>([
      add('1801-01-01'),
      db.prepare("SELECT count(*) AS n FROM holiday WHERE day < '1900'"),
      add('1801-01-02'),
      db.prepare("SELECT count(*) AS n FROM holiday WHERE day < '1900'"),
    ])
    expect(answers.map(({ results }) => results.map(({ n }) => n))).toEqual([[], [1], [], [2]])
  })

  test('a numbered parameter may stand in several places; a statement is bound anew each time', async () => {
    const query = db.prepare('SELECT ?2 AS b, ?1 AS a, ?1 || ?2 AS ab, ?3 AS none')
    const first = query.bind('một', 'hai', null)
    const second = query.bind('ba', 'bốn', null)
    expect((await second.all()).results).toEqual([{ b: 'bốn', a: 'ba', ab: 'babốn', none: null }])
    expect((await first.all()).results).toEqual([{ b: 'hai', a: 'một', ab: 'mộthai', none: null }])
  })

  test('a statement says how many rows it changed', async () => {
    expect((await add('1801-01-01').run()).meta.changes).toBe(1)
    const none = db.prepare("UPDATE holiday SET name = 'x' WHERE day = '1700-01-01'")
    expect((await none.run()).meta.changes).toBe(0)
  })

  test('batches side by side do not mix', async () => {
    const pairs = Array.from({ length: 20 }, (_, i) => String(i + 10))
    const ended = await Promise.allSettled(
      pairs.map((n, i) =>
        // every other one fails on its second statement
        db.batch([add(`1801-01-${n}`), add(`1802-01-${n}`, i % 2 === 0 ? 'Tết' : null)]),
      ),
    )
    const whole = pairs.filter((_, i) => i % 2 === 0)
    expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(
      pairs.map((_, i) => i % 2 === 0),
    )
    expect(await days()).toEqual([
      ...whole.map(n => `1801-01-${n}`),
      ...whole.map(n => `1802-01-${n}`),
    ])
  })
})

describe('error', () => {
  test('a batch that fails leaves nothing, and the next one finds an orderly database', async () => {
    await add('1801-01-01').run()
    const error = await errorOf(db.batch([add('1801-01-02'), add('1801-01-01')]))
    expect(isTaken(error, 'holiday')).toBe(true)
    expect(isTaken(error, 'audit')).toBe(false)
    expect(await days()).toEqual(['1801-01-01'])
    await db.batch([add('1801-01-03')])
    expect(await days()).toEqual(['1801-01-01', '1801-01-03'])
  })

  test('a trigger refuses in its own words, a lost reference is refused', async () => {
    const audit = await errorOf(db.prepare("UPDATE audit SET name = ''").run())
    expect(isRefused(audit, 'an audit entry never changes')).toBe(true)
    const foreign = db.prepare("INSERT INTO holiday VALUES ('nobody', '1801-01-01', 'x')")
    expect(isRefused(await errorOf(foreign.run()), 'FOREIGN KEY constraint failed')).toBe(true)
  })

  test('a statement that cannot be is refused when it is asked, not when it is written', async () => {
    const nonsense = db.prepare('SELECT * FROM nowhere')
    expect(isRefused(await errorOf(nonsense.all()), 'no such table: nowhere')).toBe(true)
    expect(await errorOf(db.batch([add('1801-01-01'), nonsense]))).toBeInstanceOf(Error)
    expect(await days()).toEqual([])
  })
})
