// The link between the workbook and the pane in the frame. The stand-in for Office's loader finds
// it on the parent window, under the name below; the pane itself knows nothing of it.
// Never reaches into the pane except for its network and its theme, which are the machine's.
import { createHost, type Host } from '../processor/host.ts'
import { checkLevels, type LevelCheck, officeWithLoader } from '../processor/loader.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { applySwitches, type Switches } from './switches.ts'

/** What the client library looks for before it binds to a host. */
export interface Bridge {
  sendMessageToHost(text: string): void
  onMessageFromHost(text: string): void
}

/** What the frame gets: see `office/stand-in.ts`. */
export interface PlayedExcel {
  readonly bridge: Bridge
  /** `Office` complete with the members of Microsoft's loader; the library then refuses by level */
  complete<Library extends object>(office: Library, extension: LevelCheck): Library
}

declare global {
  interface Window {
    playExcel?: (frame: Window) => PlayedExcel
  }
}

const darkTheme = {
  bodyBackgroundColor: '#262626',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#262626',
  controlForegroundColor: '#FFFFFF',
}

export class Connection {
  cellOpen = false
  #host: Host | undefined
  #frame: Window | undefined
  readonly #workbook: Workbook
  readonly #switches: Switches

  constructor(workbook: Workbook, switches: Switches) {
    this.#workbook = workbook
    this.#switches = switches
    window.playExcel = frame => this.#connect(frame)
  }

  /** Lets the host and the frame's network follow the switches. */
  apply(): void {
    if (this.#host) applySwitches(this.#switches, this.cellOpen, this.#host)
    if (this.#frame) tellNetwork(this.#frame)
  }

  // each load of the pane meets a host that knows nothing of the one before
  #connect(frame: Window): PlayedExcel {
    const host = createHost(this.#workbook)
    const bridge: Bridge = {
      onMessageFromHost: () => undefined,
      sendMessageToHost: text =>
        host.sendMessageToHost(text, answer => {
          if (this.#host === host) bridge.onMessageFromHost(answer)
        }),
    }
    const stop = host.listen(message => bridge.onMessageFromHost(message))
    frame.addEventListener('pagehide', stop)
    this.#host = host
    this.#frame = frame
    playNetwork(frame, () => this.#switches.offline)
    this.apply()
    return {
      bridge,
      complete: (office, extension) => {
        checkLevels(extension)
        const complete = officeWithLoader(office, host)
        if (this.#switches.dark) Object.assign(complete.context.officeTheme, darkTheme)
        return complete
      },
    }
  }
}

/** While offline nothing the pane fetches arrives; what is loaded already stays. */
function playNetwork(frame: Window, offline: () => boolean): void {
  const reach = frame.fetch.bind(frame)
  frame.fetch = (...request) =>
    offline() ? Promise.reject(new TypeError('Failed to fetch')) : reach(...request)
  Object.defineProperty(frame.navigator, 'onLine', { get: () => !offline(), configurable: true })
}

function tellNetwork(frame: Window): void {
  const state = frame.navigator.onLine ? 'online' : 'offline'
  frame.dispatchEvent(new Event(state))
}
