/** What is left of a whole: "18/25 nhiệm vụ …, còn lại 07", "08 tồn tại, đã khắc phục 06, còn 02 tồn tại đang khắc phục". */
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'

const leads =
  /(?<!\p{L})(?:còn\s+lại|(?:còn\s+)?thiếu|(?:còn\s+)?chưa\s+sử\s+dụng(?:\s+hết)?)(?:\s+(?:là|có))?\s*:?\s*$/iu
/** "14 nhiệm vụ còn lại đang được thực hiện" */
const follows = /^\s*còn\s+lại(?!\p{L})/iu
/** "còn 02 hồ sơ quá hạn" is no rest; "còn 02 tồn tại đang khắc phục" is. */
const leadsOn = /(?<!\p{L})còn\s*$/iu
const unfinished = /^\s*(?:đang|chưa)(?!\p{L})/iu
const finished = /(?<!\p{L})(?:đã|hoàn thành|xử lý xong|có mặt)(?!\p{L})/iu
const other = /cùng kỳ|lũy kế|luỹ kế|năm trước|kỳ trước|quá hạn|phấn đấu|dự kiến/iu
/** Of dossiers the identities of form II.06a say more; of time and money nothing is left in words. */
const unsure: ReadonlySet<Quantity['noun']> = new Set(['dossier', 'time', 'money', 'times'])

export function remainderFindings(read: Read): Finding[] {
  return [...leftOver(read), ...tasksAccounted(read)]
}

/** "đề ra 32 nhiệm vụ; hoàn thành 21 nhiệm vụ, đang thực hiện 11 nhiệm vụ": three counts of tasks and no other. */
function tasksAccounted(read: Read): Finding[] {
  const tasks = read.quantities.filter(one => one.noun === 'task' && !one.percent)
  return [...Map.groupBy(tasks, ({ sentence }) => sentence).values()].flatMap(told => {
    const [whole, done, open] = told
    if (!whole || !done || !open || told.length !== 3) return []
    const isAccount =
      /(?<!\p{L})(?:đề ra|giao|tổng số)(?!\p{L})/iu.test(whole.label) &&
      has(done, 'resolved') &&
      has(open, 'pending') &&
      told.every(one => one.isUnit && !other.test(one.label)) &&
      !read.ratios.some(({ part, whole: of }) => told.includes(part) || told.includes(of)) &&
      !read.groups.some(group => group.whole === whole)
    if (!isAccount || done.value + open.value === whole.value) return []
    return [
      {
        rule: 'PLAN-R2',
        verdict: done.value + open.value > whole.value ? ('wrong' as const) : ('doubt' as const),
        message: words.remainder(`${whole.printed} ${whole.nounWord}`),
        arithmetic: arithmetic.sum([done.value, open.value], [whole.value]),
        places: placesOf(read, [whole, done, open]),
      },
    ]
  })
}

const has = ({ facets }: Quantity, facet: 'resolved' | 'pending'): boolean =>
  facets.size === 1 && facets.has(facet)

function leftOver(read: Read): Finding[] {
  const { prose, ratios } = read
  const counts = read.quantities.filter(({ percent }) => !percent)
  return counts.flatMap((rest, i): Finding[] => {
    const done = counts[i - 1]
    const whole = counts[i - 2]
    if (!done || !whole || unsure.has(nounOf(whole, done, rest))) return []
    if ([whole, done].some(({ sentence }) => sentence !== rest.sentence)) return []
    const lead = prose.plain.slice(done.end, rest.from).replace(/\([^()]*\)/gu, ' ')
    const after = prose.plain.slice(rest.end, rest.end + 20)
    const isRest =
      leads.test(lead) || follows.test(after) || (leadsOn.test(lead) && unfinished.test(after))
    const isNext = !/[.()]/u.test(lead.replace(/\d[.,]\d/gu, ' '))
    if (!isRest || !isNext || other.test(lead)) return []
    const ratio = ratios.find(({ part, whole: of }) => part === whole && of === done)
    // printed as "18/25" the part comes first
    const [part, all] = ratio ? [whole, done] : [done, whole]
    const between = prose.plain.slice(whole.end, done.from)
    if (!ratio && (!finished.test(between) || /[.()]/u.test(between) || other.test(between)))
      return []
    if (!isSame(all, part) || !isSame(all, rest)) return []
    const gap = all.value - part.value - rest.value
    // "15 nhiệm vụ còn lại trong hạn, 05 nhiệm vụ quá hạn"
    const beside = counts.some(one => one.sentence === rest.sentence && one.value === gap)
    if (part.value > all.value || gap === 0 || beside) return []
    return [
      {
        rule: 'SUM',
        verdict: 'wrong',
        message: words.remainder(`${all.printed} ${all.nounWord}`.trim()),
        arithmetic: arithmetic.difference(all.value, part.value, rest.value),
        places: placesOf(read, [all, part, rest]),
      },
    ]
  })
}

const nounOf = (...counts: readonly Quantity[]): Quantity['noun'] =>
  counts.find(({ noun }) => noun !== undefined)?.noun

/** A count without a noun of its own goes on about the one before. */
const isSame = (all: Quantity, one: Quantity): boolean =>
  all.noun !== undefined && (one.noun === undefined || !one.isUnit || one.nounWord === all.nounWord)
