// Answers in place of Microsoft's loader script while developing: inside the preview page it binds
// Microsoft's own Excel client to the played workbook, alone it says "no host" as the loader does.
// A plain script, loaded where the pane loads office.js; it never reaches a build.
import type { Bridge, PlayedExcel } from '../page/connection.ts'
import type { LevelCheck } from '../processor/loader.ts'

interface PlayedWindow extends Window {
  _richApiNativeBridge?: Bridge
}

;((frame: PlayedWindow) => {
  type Ready = { host: string | null; platform: string | null }
  const globals = frame as unknown as Record<string, unknown>

  function played(): PlayedExcel | undefined {
    try {
      return frame.parent === frame ? undefined : frame.parent.playExcel?.(frame)
    } catch {
      // framed by a page of another origin
      return undefined
    }
  }

  function library(): Promise<void> {
    return new Promise((loaded, failed) => {
      const script = document.createElement('script')
      script.src = '/preview/excel.js'
      script.onload = () => loaded()
      script.onerror = () => failed(new Error('/preview/excel.js did not load'))
      document.head.append(script)
    })
  }

  const alone: Ready = { host: null, platform: null }
  const excel = played()
  if (excel) frame._richApiNativeBridge = excel.bridge

  const ready: Promise<Ready> = excel
    ? library().then(() => {
        const complete = excel.complete(
          globals.Office as { onReady?: () => Promise<Ready> },
          globals.OfficeExtension as LevelCheck,
        )
        globals.Office = complete
        return complete.onReady?.() ?? alone
      })
    : Promise.resolve(alone)

  // what can be asked before the library is there, and all there is without a host
  globals.Office = {
    HostType: { Excel: 'Excel' },
    context: { requirements: { isSetSupported: () => false } },
    onReady: async (callback?: (info: Ready) => void) => {
      const info = await ready
      callback?.(info)
      return info
    },
  }
})(window)
