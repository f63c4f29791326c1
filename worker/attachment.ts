/** The name of a download, in ASCII for all and in Vietnamese where that is understood (RFC 6266 §4.3, RFC 8187). */

/** @param name as people read it, "Phụ lục CCHC 2025-M04.xlsx" */
export const attachment = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^\w.-]+/gu, '-')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
