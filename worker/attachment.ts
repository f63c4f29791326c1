/** The headers of a download: what it is, and its name in ASCII for all and in Vietnamese where that is understood. */

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  // parameters of RFC 4180 §3
  csv: 'text/csv; charset=utf-8; header=present',
} as const
export type PaperKind = keyof typeof types

/** RFC 6266 §4.3, RFC 8187. @param name as people read it, "Phụ lục CCHC 2025-M04.xlsx" */
export const attachment = (kind: PaperKind, name: string): Record<string, string> => ({
  'Content-Type': types[kind],
  'Content-Disposition': `attachment; filename="${ascii(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
})

const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^\w.-]+/gu, '-')
