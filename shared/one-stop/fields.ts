/**
 * Which field (lĩnh vực) a line of the file is: by its national code, else by its name as `fieldName` brings it down. A name
 * that only comes near is offered, never taken.
 */
import type { Agency } from '../agency.ts'
import { rowsOf } from '../catalogue/catalogue.ts'
import type { TableForm } from '../catalogue/schema.ts'
import { fieldName, likeness } from './spelling.ts'

export type FieldMatch = {
  /** code of a field of the agency, whoever reports it */
  readonly known: string | undefined
  /** the same when it is one of this unit's */
  readonly field: string | null
  /** own fields that come near, nearest first */
  readonly candidates: string[]
  /** the other units that report the field */
  readonly elsewhere: string[]
}

/** Goods and activities that are usually handled in a field without being its name (domain §7.1, §7.2). */
const usuallyIn: readonly (readonly [activity: string, field: string])[] = [
  ['khi dau mo hoa long', 'kinh doanh khi'],
  ['khi thien nhien', 'kinh doanh khi'],
  ['ban hang da cap', 'quan ly canh tranh'],
  ['khuyen mai', 'xuc tien thuong mai'],
  ['hoi cho', 'xuc tien thuong mai'],
  ['xang dau', 'luu thong hang hoa trong nuoc'],
  ['ruou', 'luu thong hang hoa trong nuoc'],
  ['thuoc la', 'luu thong hang hoa trong nuoc'],
  ['tien chat thuoc no', 'vat lieu no cong nghiep tien chat thuoc no'],
  ['thuy dien', 'an toan dap ho chua thuy dien'],
]
/** More than half of the words in common. */
const near = 0.5
const offered = 3
const nationalCode = /\bG\d{2}-?CT\d{2}\b/iu
const bareCode = (code: string): string => code.toUpperCase().replace(/^G\d{2}-?/u, '')

export type Matching = {
  readonly own: readonly string[]
  nameOf(code: string): string
  /** keys of all units that report the field, this one included */
  reporters(code: string): string[]
  match(label: string, code: string): FieldMatch
}

export function matching(agency: Agency, form: TableForm, unit: string): Matching {
  const own = rowsOf(agency, form, unit) ?? []
  const fields = agency.fields.map(field => ({ code: field.code, name: fieldName(field.name) }))
  const names = new Map(agency.fields.map(field => [field.code, field.name]))
  const reporters = (code: string) =>
    agency.units.filter(one => rowsOf(agency, form, one.key)?.includes(code)).map(one => one.key)

  const knownAs = (label: string, code: string): string[] => {
    const written = code || (nationalCode.exec(label)?.[0] ?? '')
    const coded = fields.filter(
      field => written !== '' && bareCode(field.code) === bareCode(written),
    )
    const name = fieldName(label.replace(nationalCode, ' '))
    const found = coded.length > 0 ? coded : fields.filter(field => field.name === name)
    return found.map(field => field.code)
  }
  const comingNear = (label: string): string[] => {
    const name = fieldName(label)
    return fields
      .filter(field => own.includes(field.code))
      .map(field => {
        const usual = usuallyIn.some(
          ([activity, of]) => of === field.name && ` ${name} `.includes(` ${activity} `),
        )
        return { code: field.code, like: usual ? 1 : likeness(name, field.name) }
      })
      .filter(({ like }) => like > near)
      .sort((a, b) => b.like - a.like)
      .slice(0, offered)
      .map(({ code }) => code)
  }
  const matched = (label: string, code: string): FieldMatch => {
    const found = knownAs(label, code)
    const [known] = found
    // two fields of one name: a person has to say which
    if (found.length > 1)
      return {
        ...{ known: undefined, field: null, elsewhere: [] },
        candidates: found.filter(one => own.includes(one)),
      }
    if (known === undefined)
      return { known, field: null, candidates: comingNear(label), elsewhere: [] }
    return {
      known,
      field: own.includes(known) ? known : null,
      candidates: [],
      elsewhere: reporters(known).filter(one => one !== unit),
    }
  }
  // a table asks for each line several times
  const met = new Map<string, FieldMatch>()
  return {
    own,
    reporters,
    nameOf: code => names.get(code) ?? code,
    match: (label, code) => {
      const asked = `${code}\n${label}`
      const match = met.get(asked) ?? matched(label, code)
      met.set(asked, match)
      return match
    },
  }
}
