/** How places on the sheets are named. */
export const place = {
  total: 'Tổng số',
  column: (code: string) => `cột ${code}`,
  cell: (cell: string) => `ô ${cell}`,
  blank: '(trống)',
}
