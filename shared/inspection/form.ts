/**
 * The form units report themselves on in an inspection round, as data: one folder per version. A round keeps the version
 * it was opened with, so a newer form never changes what units have answered.
 */
import * as z from 'zod'
import kt2025 from './kt-2025.1/items.json' with { type: 'json' }

const itemSchema = z.strictObject({
  code: z.string().regex(/^[12](?:\.\d+)+$/u),
  group: z.string(),
  /** where a group falls into several in the notice: a), b) … */
  part: z.string().min(1).exactOptional(),
  name: z.string().min(1),
  /** unit of measure of the figure; absent: the item has none. Counts only, so that units add up. */
  measure: z.string().min(1).exactOptional(),
  /** item whose figure this one is a part of */
  within: z.string().exactOptional(),
  /** what to state and which evidence */
  prompt: z.string().min(1),
})

export const inspectionFormSchema = z
  .strictObject({
    version: z.string().regex(/^kt-\d{4}\.\d+$/u),
    title: z.string().min(1),
    groups: z.array(z.strictObject({ code: z.string(), name: z.string().min(1) })).min(1),
    items: z.array(itemSchema).min(1),
  })
  .superRefine(({ groups, items }, context) => {
    const refuse = (i: number, message: string) =>
      context.addIssue({ code: 'custom', path: ['items', i], message })
    const measured = new Set(items.filter(one => one.measure !== undefined).map(one => one.code))
    items.forEach(({ code, group, measure, within }, i) => {
      if (items.findIndex(one => one.code === code) !== i) refuse(i, `${code} stands twice`)
      if (!groups.some(one => one.code === group)) refuse(i, `${code}: no group ${group}`)
      if (within !== undefined && (measure === undefined || !measured.has(within)))
        refuse(i, `${code}: no figure ${within} to be a part of`)
    })
  })

export type InspectionForm = z.infer<typeof inspectionFormSchema>
export type FormItem = InspectionForm['items'][number]

const forms = new Map([kt2025].map(one => [one.version, inspectionFormSchema.parse(one)]))

/** The version a new round is opened with. */
export const currentForm = kt2025.version

/** @throws Error for a version that was never shipped */
export function inspectionForm(version: string): InspectionForm {
  const form = forms.get(version)
  if (!form) throw new Error(`no inspection form ${version}`)
  return form
}
