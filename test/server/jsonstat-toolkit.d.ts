/** The part of the toolkit the tests read with; it comes without types. */
declare module 'jsonstat-toolkit' {
  type Category = { readonly label: string; readonly unit: { readonly label: string } | null }
  type Dimension = {
    readonly id: readonly string[]
    readonly label: string
    readonly role: string
    Category(id: string): Category
  }
  type Data = { readonly value: number | null; readonly status: string | null }
  export type Dataset = {
    readonly class: string
    readonly label: string
    readonly source: string
    readonly updated: string | null
    readonly id: readonly string[]
    readonly n: number
    readonly extension: {
      readonly states: Readonly<Record<string, string>>
      readonly reasons: Readonly<Record<string, string>>
      readonly coverage: Readonly<Record<string, readonly [number, number]>>
    }
    Dimension(id: string): Dimension
    Data(place: number | Readonly<Record<string, string>>): Data
  }
  export default function JSONstat(document: unknown): Dataset
}
