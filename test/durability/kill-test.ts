/** `npm run kill-test`: at least 100 kills and 5.000 receipts; ends with 1 when anything was lost, doubled or odd. */
import { killRun, type Summary } from './kill-run.ts'

const seed = Number(process.argv[2] ?? 20250414)
const asked = { seed, agencies: 3, kills: 100, acknowledged: 5000 }

const printed = ({ kills, faults, ...counts }: Summary): string => {
  const total = Object.values(kills).reduce((sum, count) => sum + count, 0)
  const when = Object.entries(kills).map(([moment, count]) => `${count} ${moment}`)
  const rows: [string, string | number][] = [
    ['seed', seed],
    ['kills', `${total} (${when.join(', ')})`],
    ['starts on a log left by a kill', counts.startsOnLog],
    ['acknowledged', counts.acknowledged],
    ['unacknowledged at a kill', counts.cut],
    ['  of which had been stored', counts.cutAndStored],
    ['answers not waited for', counts.hungUp],
    ['  of which had been stored', counts.hungUpAndStored],
    ['receipts asked for again', counts.askedAgain],
    ['lost', counts.lost],
    ['doubled', counts.doubled],
    ['other faults', faults.length],
    ['seconds', counts.seconds.toFixed(1)],
  ]
  return rows.map(([what, count]) => `${what.padEnd(32)}${count}`).join('\n')
}

const summary = await killRun(asked)
console.log(printed(summary))
for (const fault of summary.faults.slice(0, 20)) console.error(fault)
process.exit(summary.lost + summary.doubled + summary.faults.length > 0 ? 1 : 0)
