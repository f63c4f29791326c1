// The kinds of value a manifest holds, one entry each: what is wrong with a value, or nothing.
// Lengths and patterns are those of the basic types in [MS-OWEMXML], Appendix A.

export type Flaw = string | undefined

const longest = (limit: number) => (value: string) => {
  if (value.trim() === '') return 'is empty'
  if (value.trim() !== value) return 'starts or ends with a space'
  const length = [...value].length
  return length > limit ? `is ${length} characters long; ${limit} are allowed` : undefined
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const https = (value: string): Flaw => {
  if (value.length > 2048) return `is ${value.length} characters long; 2048 are allowed`
  if (/\s/.test(value) || !URL.canParse(value)) return `"${value}" is not a web address`
  return new URL(value).protocol === 'https:' ? undefined : `"${value}" is not https`
}

export const values = {
  /** ShortString, and what Office shows of a name */
  short: longest(125),
  /** LongString, and what Office shows of a description */
  long: longest(250),
  /** ReferenceId: one character more and Office says the add-in is no longer available */
  reference: longest(32),
  guid: value => {
    if (!guid.test(value)) return `"${value}" is not a GUID`
    return /^[0-]+$/.test(value) ? 'is the empty GUID' : undefined
  },
  /** the schema takes one to four parts, Excel on the web only four (Office-Addin-Scripts #207) */
  version: value =>
    /^\d{1,5}(\.\d{1,5}){3}$/.test(value)
      ? undefined
      : `"${value}" is not four numbers of at most five digits, such as 1.0.0.0`,
  /** a higher floor hides the add-in silently from older Excel; the pane explains itself instead */
  floor: value => {
    const [, major, minor] = /^(\d+)\.(\d+)$/.exec(value) ?? []
    if (major === undefined) return `"${value}" is not a version such as 1.1`
    const atMost = Number(major) === 1 && Number(minor) <= 1
    return atMost ? undefined : `asks for ${value}; 1.1 is the highest floor allowed`
  },
  locale: value =>
    /^[a-z]{2,3}-[A-Z]{2}$/.test(value) ? undefined : `"${value}" is not a locale such as en-US`,
  https,
  /** Office takes no .ico, and shows a default picture for what it cannot read */
  icon: value =>
    https(value) ?? (value.endsWith('.png') ? undefined : `"${value}" is not a .png file`),
} satisfies Record<string, (value: string) => Flaw>

export type ValueKind = keyof typeof values
