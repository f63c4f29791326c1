/**
 * `npm start` gives workerd the worker in one piece: handing it five hundred modules one after the other took longer than
 * everything else together. A changed file makes the piece anew.
 */
import { build, type Plugin } from 'vite'

type Bundle = { output: readonly { type: string; code?: string; moduleIds?: readonly string[] }[] }

/** @param entry absolute path of the worker's entry */
export function workerInOne(entry: string): Plugin {
  return {
    name: 'worker-in-one',
    apply: 'serve',
    async load(id) {
      if (id !== entry) return undefined
      const built = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        resolve: { conditions: ['workerd', 'worker', 'module', 'browser'] },
        ssr: { noExternal: true, target: 'webworker' },
        build: {
          ssr: entry,
          write: false,
          target: 'esnext',
          rolldownOptions: {
            external: [/^cloudflare:/u, /^node:/u],
            output: { codeSplitting: false },
          },
        },
      })
      const { output } = (Array.isArray(built) ? built[0] : built) as Bundle
      const piece = output.find(({ type }) => type === 'chunk')
      for (const module of piece?.moduleIds ?? [])
        if (!module.includes('node_modules')) this.addWatchFile(module)
      return piece?.code
    },
  }
}
