/**
 * What the headings of a dossier table say, in the spellings seen in exports of one-stop systems (domain §2.2, §2.3, §2.5).
 * Patterns stand over text without diacritics (`plain`); the first that fits counts, so narrower ones come first.
 */

export type Group = 'received' | 'resolved' | 'pending'

/** What a column of the file holds. `parts` columns are used only where the file has no column for the whole. */
export type Meaning =
  | 'received_total'
  | 'received_new'
  | 'received_online'
  | 'online_part'
  | 'received_direct'
  | 'direct_part'
  | 'carried_over'
  | 'resolved_total'
  | 'resolved_early'
  | 'resolved_on_time'
  | 'resolved_early_or_on_time'
  | 'resolved_late'
  | 'late_part'
  | 'pending_total'
  | 'pending_in_time'
  | 'pending_overdue'
  | 'overdue_part'
  | 'set_aside'
  | 'other'

type Words<To> = readonly (readonly [says: RegExp, means: To])[]

export const ordinalHeading = /^(?:stt|tt|so tt|so thu tu)$/u
/** What names a line, the field before the procedure where an export has both. */
export const labelHeadings: readonly RegExp[] = [
  /^(?:ten |cac |nhom |don vi |co quan )*linh vuc/u,
  /^(?:ten |cac )*(?:thu tuc|tthc|cong viec|noi dung cong viec)/u,
]
export const codeHeading = /^ma (?:so )?(?:linh vuc|nganh)/u

/** Columns that count no dossiers of the form, whatever stands under or over these words. */
const otherWords = /ty le|thanh toan|le phi|so hoa|danh gia|hai long|dia gioi/u
/** Dossiers that the form has no column for; never added to one of its columns. */
const asideWords =
  /(?:cho|khong(?: duoc)?|tu choi) tiep nhan|bo sung|tra lai|rut|(?<!da )dung (?:xu ly|giai quyet)|tam dung|huy/u

const groupWords: Words<Group> = [
  [/ky truoc|dau ky/u, 'received'],
  [/(?:dang|chua) (?:duoc )?(?:giai quyet|xu ly)|cuoi ky/u, 'pending'],
  [/da (?:duoc )?(?:giai quyet|xu ly|tra(?! lai))|ket qua giai quyet/u, 'resolved'],
  [/(?<!cho |khong |khong duoc |tu choi )(?:tiep nhan|nhan (?:de )?giai quyet)/u, 'received'],
]

/** Headings that only lead to those below them. */
const leadingWords = /^(?:trong do|gom|bao gom|chia ra|trong ky|so luong|ho so|so ho so)$/u
export const isLeading = (text: string): boolean => leadingWords.test(text)
const totalWords = /^(?:tong|tong so|tong cong|cong|tong so ho so|so luong|so ho so)$/u

const early = /truoc (?:thoi )?(?:han|hen)|som (?:han|hen)/u
const onTime = /dung (?:thoi )?(?:han|hen)/u
const late = /(?:qua (?:thoi )?|tre |cham )(?:han|hen)/u
const inTime = /(?:trong|con) (?:thoi )?han|chua (?:den|toi|qua) (?:thoi )?han/u
const apology = /thu xin loi|xin loi/u

const leafWords: Readonly<Record<Group, Words<Meaning>>> = {
  received: [
    // levels 3 and 4 are today's một phần and toàn trình
    [/toan trinh|mot phan|muc do/u, 'online_part'],
    [/truc tuyen|qua mang/u, 'received_online'],
    [/truc tiep.*buu chinh|buu chinh.*truc tiep/u, 'received_direct'],
    [/truc tiep|buu chinh|bcci/u, 'direct_part'],
    [/ky truoc|ton dau ky|chuyen (?:qua|sang|tiep)/u, 'carried_over'],
    [/moi tiep nhan|tiep nhan moi|moi nhan|so moi|tiep nhan trong ky|^trong ky$/u, 'received_new'],
  ],
  resolved: [
    [apology, 'late_part'],
    [/truoc.*(?:dung|va dung)|dung.*truoc/u, 'resolved_early_or_on_time'],
    [early, 'resolved_early'],
    [onTime, 'resolved_on_time'],
    [late, 'resolved_late'],
    [inTime, 'resolved_early_or_on_time'],
  ],
  pending: [
    [apology, 'overdue_part'],
    [inTime, 'pending_in_time'],
    [late, 'pending_overdue'],
  ],
}

/** Headings without a group over them, where they can only mean one thing; "Quá hạn" alone is not among them. */
const bareWords: Words<Group> = [
  [early, 'resolved'],
  [onTime, 'resolved'],
  [inTime, 'pending'],
  [/ky truoc|ton dau ky|truc tuyen|toan trinh|mot phan|muc do|truc tiep|buu chinh/u, 'received'],
]

const totalOf: Readonly<Record<Group, Meaning>> = {
  received: 'received_total',
  resolved: 'resolved_total',
  pending: 'pending_total',
}

/** Columns of the form a meaning stands for; several: only their sum is known. */
export const columnsOf: Readonly<Record<Meaning, readonly string[]>> = {
  received_total: ['received_total'],
  received_new: ['received_online', 'received_direct'],
  received_online: ['received_online'],
  online_part: ['received_online'],
  received_direct: ['received_direct'],
  direct_part: ['received_direct'],
  carried_over: ['carried_over'],
  resolved_total: ['resolved_total'],
  resolved_early: ['resolved_early'],
  resolved_on_time: ['resolved_on_time'],
  resolved_early_or_on_time: ['resolved_early', 'resolved_on_time'],
  resolved_late: ['resolved_late'],
  late_part: ['resolved_late'],
  pending_total: ['pending_total'],
  pending_in_time: ['pending_in_time'],
  pending_overdue: ['pending_overdue'],
  overdue_part: ['pending_overdue'],
  set_aside: [],
  other: [],
}

/** Parts and the whole they make up. */
export const wholeOf: Partial<Record<Meaning, Meaning>> = {
  online_part: 'received_online',
  direct_part: 'received_direct',
  late_part: 'resolved_late',
  overdue_part: 'pending_overdue',
}
const parts = ['online_part', 'direct_part', 'late_part', 'overdue_part'] as const

const first = <To>(words: Words<To>, text: string): To | undefined =>
  words.find(([says]) => says.test(text))?.[1]
const leaf = (group: Group, text: string): Meaning | undefined => first(leafWords[group], text)
const groupOf = (text: string): Group | undefined => first(groupWords, text)

/**
 * What the column under these headings holds, outermost heading first, each as `plain` leaves it.
 * @returns undefined when the words do not say, or could mean two things
 */
export function meaningOf(path: readonly string[]): Meaning | undefined {
  const texts = path.filter(text => text !== '')
  const last = texts.at(-1)
  if (last === undefined) return undefined
  if (texts.some(text => otherWords.test(text))) return 'other'
  const at = texts.slice(0, -1).findLastIndex(text => groupOf(text) !== undefined)
  const group = groupOf(texts[at] ?? '')
  if (group) return below(group, texts.slice(at + 1)) ?? alone(texts.slice(at + 1))
  return alone(texts)
}

/** Under a group: "Đã giải quyết" · "Quá hạn" · "Có thư xin lỗi". */
function below(group: Group, texts: readonly string[]): Meaning | undefined {
  const named = texts.filter(text => !leadingWords.test(text) && !totalWords.test(text))
  const said = named.at(-1)
  if (said === undefined)
    return group === 'received' && texts.includes('trong ky') ? 'received_new' : totalOf[group]
  const over = leaf(group, named.at(-2) ?? '')
  return (
    leaf(group, said) ??
    (asideWords.test(said) ? 'set_aside' : undefined) ??
    // "Trực tuyến · Hình thức khác"
    parts.find(part => wholeOf[part] === over)
  )
}

/** Without a group above: the words themselves name it, or can only belong to one. */
function alone(texts: readonly string[]): Meaning | undefined {
  const named = texts.filter(text => !totalWords.test(text) && !leadingWords.test(text))
  const said = named.at(-1) ?? ''
  const group = groupOf(said)
  const own = group && (leaf(group, said) ?? (asideWords.test(said) ? undefined : totalOf[group]))
  if (own) return own
  if (named.some(text => asideWords.test(text) && !first(bareWords, text))) return 'set_aside'
  const bare = named.map(text => first(bareWords, text)).find(one => one !== undefined)
  return bare && below(bare, named)
}
