/** The power law through what was measured at several sizes. */

/** The slope of log(value) over log(size) by least squares; what is 0 counts as flat from a hundredth on. */
export function exponentOf(sizes: readonly number[], values: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), values.map(value => Math.log(Math.max(value, 0.01)))]
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const [mx, my] = [mean(x), mean(y)]
  const above = x.reduce((sum, one, i) => sum + (one - mx) * ((y[i] ?? 0) - my), 0)
  return above / x.reduce((sum, one) => sum + (one - mx) ** 2, 0)
}
