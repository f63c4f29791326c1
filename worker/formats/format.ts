/** The formats figures are answered in, the one people get who ask for none first. */
export const formats = {
  json: { type: 'application/json' },
  // the media type is not registered with IANA; its structured suffix lets any JSON reader take it (RFC 6839)
  'json-stat': { type: 'application/vnd.json-stat+json' },
  csv: { type: 'text/csv' },
} as const

export type Format = keyof typeof formats
export const formatNames = Object.keys(formats) as Format[]
export const formatTypes: readonly string[] = formatNames.map(name => formats[name].type)
export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name)
