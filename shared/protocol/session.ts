/** Who signs in, and as whom they are seen. */
import * as z from 'zod'
import { instantSchema } from './figure.ts'

export const roles = ['unit', 'clerk', 'dashboard', 'admin'] as const
export type Role = (typeof roles)[number]

/** Body of POST /sessions: an access code, or an identity where single sign-on is switched on. */
export const signInSchema = z.union([
  z.strictObject({ code: z.string().min(1).max(80) }),
  /** a signed JSON Web Token of the province's sign-on, in compact form */
  z.strictObject({ idToken: z.string().min(1).max(16_000) }),
])

export const whoSchema = z.strictObject({
  agency: z.string(),
  agencyName: z.string(),
  unit: z.string().nullable(),
  role: z.enum(roles),
  name: z.string(),
})
export type Who = z.infer<typeof whoSchema>

/** Answer to POST /sessions; the token is shown this once. */
export const sessionSchema = z.strictObject({
  token: z.string(),
  expiresAt: instantSchema,
  who: whoSchema,
})
export type Session = z.infer<typeof sessionSchema>

export const agencyNameSchema = z.strictObject({ agency: z.string(), name: z.string() })
export type AgencyName = z.infer<typeof agencyNameSchema>

/** GET /me; `agencies` are those the session may read, its own first. */
export const meSchema = sessionSchema
  .omit({ token: true })
  .extend({ agencies: z.array(agencyNameSchema) })
export type Me = z.infer<typeof meSchema>
