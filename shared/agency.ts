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
export type Unit = z.infer<typeof unitSchema>
export type Field = z.infer<typeof fieldSchema>
export type Task = z.infer<typeof taskSchema>
