/**
 * By hand: every hostile or unusual file through the guarded reader, each in a process of its own, with what was answered, how long it
 * took and how far memory rose. `node test/bench/hostile.ts` prints the table; nothing here is judged by time in the tests.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { valuesOf } from '../../shared/content.ts'
import { statutoryWindow } from '../../shared/period.ts'
import { plainWorkbook } from '../../worker/plain/workbook.ts'
import { Problem } from '../../worker/problem.ts'
import { openWorkbook } from '../../worker/upload/open.ts'
import { unzip } from '../annex/read-xlsx.ts'
import { agency, index, submissions } from '../fixtures/bac-giang.ts'
import { harmful, type Parts, sameFigures } from '../fixtures/hostile/altered.ts'
import { bombs, otherFiles } from '../fixtures/hostile/other-files.ts'

const fixtures = [...otherFiles, ...bombs, ...harmful, ...sameFigures]
/** Milliseconds of processor time, all threads: the machine may be busy with others. */
type Line = { bytes: number; answer: string; first: number; warm: number; rose: number }

const period = '2025-M04'
const unit = 'qltm'

async function downloaded(): Promise<Parts> {
  const content = submissions(period).find(one => one.unit === unit)?.content
  if (!content) throw new Error('the demo has no such submission')
  const window = statutoryWindow(period)
  const view = { agency, unit, period, window, values: valuesOf(index, content) }
  const asOf = '2025-04-14T03:00:00Z'
  return unzip(await plainWorkbook({ index, view, revision: 1, asOf }))
}

async function answerTo(bytes: Uint8Array): Promise<string> {
  try {
    const { sheets } = await openWorkbook(bytes)
    return `read: ${sheets.length} sheets`
  } catch (error) {
    if (error instanceof Problem) return error.detail
    throw error
  }
}

/** Megabytes the process has held at most. */
const peak = (): number => process.resourceUsage().maxRSS / 1024

async function measured(name: string): Promise<Line> {
  const fixture = fixtures.find(one => one.name === name)
  if (!fixture) throw new Error(`no fixture ${name}`)
  const parts = await downloaded()
  // a server has read workbooks before: what is compiled once is not the file's doing
  const good = sameFigures[0]?.make(parts)
  for (let i = 0; good && i < 3; i += 1) await answerTo(good)
  const bytes = fixture.make(parts)
  const before = peak()
  const [first, answer] = await timed(bytes)
  const rose = peak() - before
  const [warm] = await timed(bytes)
  return { bytes: bytes.length, answer, first, warm, rose }
}

async function timed(bytes: Uint8Array): Promise<readonly [number, string]> {
  const start = process.cpuUsage()
  const answer = await answerTo(bytes)
  const { user, system } = process.cpuUsage(start)
  return [(user + system) / 1000, answer]
}

const [, , only] = process.argv
if (only !== undefined) process.stdout.write(JSON.stringify(await measured(only)))
else {
  const own = fileURLToPath(import.meta.url)
  console.log('fixture | bytes | CPU ms | again | memory rose MB | answer')
  for (const { name } of fixtures) {
    const line = JSON.parse(execFileSync(process.execPath, [own, name], { encoding: 'utf8' })) as Line // biome-ignore format: what this very file wrote
    const { bytes, first, warm, rose, answer } = line
    const figures = [bytes, first.toFixed(1), warm.toFixed(1), rose.toFixed(0)]
    console.log([name, ...figures, answer.split(/[.;,]/u)[0]].join(' | '))
  }
}
