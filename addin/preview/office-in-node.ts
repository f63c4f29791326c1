// Microsoft's own Excel client library inside Node, talking to a preview host.
// The only file here that may use Node's modules; never loaded by the page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import { createHost, type Host, type HostOptions } from './processor/host.ts'
import { checkLevels, type LevelCheck, officeWithLoader } from './processor/loader.ts'
import { Workbook } from './workbook/workbook.ts'

export interface OfficeInNode {
  readonly Excel: typeof Excel
  readonly Office: typeof Office
  readonly OfficeExtension: typeof OfficeExtension
  readonly host: Host
  readonly workbook: Workbook
  /** Messages that `sync` sent since the last call. */
  takeSyncs(): number
}

const libraryFile = '@microsoft/office-js/dist/excel-web-16.00.js'
let compiled: vm.Script | undefined

function library(): vm.Script {
  const file = createRequire(import.meta.url).resolve(libraryFile)
  compiled ??= new vm.Script(readFileSync(file, 'utf8'), { filename: libraryFile })
  return compiled
}

function nothing(): undefined {
  return undefined
}

const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, length: 0 }

// as much of a browser's window as the library looks at while it loads
function browserGlobals(): Record<string, unknown> {
  const element = () => ({ style: {}, setAttribute: nothing })
  return {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    addEventListener: nothing,
    removeEventListener: nothing,
    navigator: { userAgent: 'node', platform: 'node' },
    location: {
      href: 'https://localhost/',
      protocol: 'https:',
      host: 'localhost',
      search: '',
      hash: '',
    },
    document: {
      addEventListener: nothing,
      getElementsByTagName: () => [],
      createElement: element,
      cookie: '',
      readyState: 'complete',
      head: { appendChild: nothing },
      body: { appendChild: nothing },
    },
    localStorage: storage,
    sessionStorage: storage,
  }
}

/**
 * Loads a fresh copy of the library bound to a host.
 * @param host a host, or the options of one over a new workbook
 */
export function loadOffice(host: Host | HostOptions = {}): OfficeInNode {
  const connected = 'sendMessageToHost' in host ? host : createHost(new Workbook(), host)
  const bridge = {
    onMessageFromHost: (_text: string): void => undefined,
    sendMessageToHost: (text: string) =>
      connected.sendMessageToHost(text, answer => bridge.onMessageFromHost(answer)),
  }
  connected.listen(message => bridge.onMessageFromHost(message))
  const globals = browserGlobals()
  Object.assign(globals, { window: globals, self: globals, _richApiNativeBridge: bridge })
  const context = vm.createContext(globals)
  library().runInContext(context)
  // the named boundary: what the script left in its global object
  const loaded = context as Pick<OfficeInNode, 'Excel' | 'Office'> & {
    OfficeExtension: typeof OfficeExtension & LevelCheck
  }
  checkLevels(loaded.OfficeExtension)
  const office = officeWithLoader<typeof Office>(loaded.Office, connected)
  // the library looks its requirement sets up in the global
  Object.assign(globals, { Office: office })
  return {
    Excel: loaded.Excel,
    Office: office,
    OfficeExtension: loaded.OfficeExtension,
    host: connected,
    workbook: connected.workbook,
    takeSyncs: () => connected.takeSyncs(),
  }
}
