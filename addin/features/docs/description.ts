/** The parts of an OpenAPI 3.1 description that the page shows, and the way to what a reference names. */

export type Referring = { readonly $ref: string }

export type Schema = {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema | boolean
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

export type Example = {
  readonly summary?: string
  readonly value?: unknown
  readonly externalValue?: string
}

export type Content = Readonly<
  Record<
    string,
    {
      readonly schema?: Schema
      readonly example?: unknown
      readonly examples?: Readonly<Record<string, Example | Referring>>
    }
  >
>

export type Parameter = {
  readonly in: string
  readonly name: string
  readonly description?: string
  readonly required?: boolean
  readonly example?: unknown
}

export type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly unknown[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly description?: string; readonly content: Content }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly headers?: object; readonly content?: Content }
    >
  >
}

export type Description = {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly examples: Readonly<Record<string, Example>>
  }
}

export type Placed = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Every operation with its method in capitals, in the order of the description. */
export const operationsOf = ({ paths }: Description): Placed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )

/** Last part of "#/components/schemas/Period". */
export const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/** @throws Error when the reference leads nowhere */
export function exampleAt(description: Description, one: Example | Referring): Example {
  if (!('$ref' in one)) return one
  const found = description.components.examples[nameIn(one.$ref)]
  if (!found) throw new Error(`the description has no ${one.$ref}`)
  return found
}

/** The first example of a content that is there as a value. */
export function firstValue(description: Description, content: Content): unknown {
  for (const { example, examples = {} } of Object.values(content)) {
    if (example !== undefined) return example
    for (const one of Object.values(examples)) {
      const { value } = exampleAt(description, one)
      if (value !== undefined) return value
    }
  }
  return undefined
}
