/** Which build this is, without git: the package's version and when it was built; see `addin/vite.config.ts`. */
declare const cchcBuild: string | undefined

/** "0.1.0 · 2026-11-21T15:07:12Z"; "dev" where nothing was built. */
export const buildId = typeof cchcBuild === 'undefined' ? 'dev' : cchcBuild
