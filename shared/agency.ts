/**
 * Who reports: an agency (Sở), its units, and which unit plays which owner role of the catalogue.
 * An agency is data; nothing in the code knows a unit by name.
 */
import * as z from 'zod'

export const fieldSchema = z.strictObject({
  /** national code of the field (lĩnh vực), e.g. G02-CT23 */
  code: z.string().min(1),
  name: z.string().min(1),
  /** procedures the agency handles in this field (rule X-09) */
  procedures: z.number().int().nonnegative(),
})

export const taskSchema = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  deliverable: z.string(),
  lead: z.string(),
  supporting: z.array(z.string()).default([]),
  /** the plan says "các phòng, đơn vị thuộc Sở"; `supporting` names them */
  allUnits: z.boolean().exactOptional(),
  /** bodies outside the agency that take part */
  outside: z.array(z.string()).exactOptional(),
  timeline: z.string(),
  recurring: z.boolean(),
})

export const unitSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/u),
  name: z.string().min(1),
  short: z.string().min(1),
  kind: z.enum(['office', 'inspectorate', 'division', 'sub-department', 'public-service-unit']),
  /** codes of the fields whose dossiers the unit handles */
  fields: z.array(z.string()).default([]),
})

/** How the agency's reports are numbered, begun and signed; what is left out has a default (`report/settings.ts`). */
export const paperSettingsSchema = z.strictObject({
  /** after the number: "BC-SCT" */
  symbol: z.string().min(1).exactOptional(),
  /** why it reports: "Căn cứ Công văn số … của Sở Nội vụ …", without a full stop */
  basis: z.string().min(1).exactOptional(),
  /** Nơi nhận, without dashes; the last one tells where it is filed */
  recipients: z.array(z.string().min(1)).min(1).exactOptional(),
  signer: z
    .strictObject({
      /** "GIÁM ĐỐC", or "KT. GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC" */
      titles: z.array(z.string().min(1)).min(1),
      name: z.string().exactOptional(),
    })
    .exactOptional(),
  /** a, b, c, d, e … as in published reports, or a, b, c, d, đ, e … */
  lettering: z.enum(['latin', 'vietnamese']).exactOptional(),
})

export const agencySchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]*$/u),
    name: z.string().min(1),
    superior: z.string().min(1),
    place: z.string().min(1),
    units: z.array(unitSchema).min(1),
    /** owner role of the catalogue → the units that play it */
    roles: z.record(z.string(), z.array(z.string())),
    fields: z.array(fieldSchema),
    tasks: z.array(taskSchema),
    papers: paperSettingsSchema.exactOptional(),
  })
  .superRefine((agency, context) => {
    const units = new Set(agency.units.map(unit => unit.key))
    const fields = new Set(agency.fields.map(field => field.code))
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const [role, keys] of Object.entries(agency.roles)) {
      for (const key of keys) if (!units.has(key)) refuse(['roles', role], `unknown unit ${key}`)
    }
    agency.units.forEach((unit, i) => {
      for (const code of unit.fields)
        if (!fields.has(code)) refuse(['units', i, 'fields'], `unknown field ${code}`)
    })
    agency.tasks.forEach((task, i) => {
      for (const key of [task.lead, ...task.supporting])
        if (!units.has(key)) refuse(['tasks', i], `unknown unit ${key}`)
    })
  })

export type Agency = z.infer<typeof agencySchema>
export type PaperSettings = z.infer<typeof paperSettingsSchema>
export type Unit = z.infer<typeof unitSchema>
export type Field = z.infer<typeof fieldSchema>
export type Task = z.infer<typeof taskSchema>
