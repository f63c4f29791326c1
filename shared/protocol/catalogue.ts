/** GET /catalogue: the forms and rules in force, as `shared/catalogue/` reads them from their files. */
import * as z from 'zod'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { catalogueHeadSchema, formSchema } from '../catalogue/schema.ts'
import { ruleSchema } from '../rules/schema.ts'

export const catalogueAnswerSchema: z.ZodType<Catalogue> = z.strictObject({
  ...catalogueHeadSchema.shape,
  forms: z.array(formSchema),
  rules: z.array(ruleSchema),
})
export type CatalogueAnswer = Catalogue
