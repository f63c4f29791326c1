/** Lines of cells as columns of a screen. */

/** @param lines the head first; the last column is never padded */
export function inColumns(lines: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...lines.map(line => line[column]?.length ?? 0))
  return lines.map(line =>
    line
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd(),
  )
}
