// How the played Excel behaves: read from the address, changed in the drawer, applied to the host
// the pane is connected to. Never stored: a reload starts from the address again.
import type { Host } from '../processor/host.ts'

export interface Switches {
  /** milliseconds each answer takes */
  latency: number
  /** a cell is being edited, by a switch or in truth */
  editing: boolean
  dropEvents: boolean
  offline: boolean
  dark: boolean
  /** another workbook's window is in front */
  elsewhere: boolean
  /** seconds between the edits of a colleague; 0 for none */
  colleague: number
  /** kB of one request or answer; 0 for what the platform has */
  payload: number
  /** whether the sheet in view is protected when the page opens; `undefined` leaves it */
  protection: boolean | undefined
  /** pixels of the pane */
  width: number
  /** of the sheet; 1 is 100 % */
  zoom: number
  apiLevel: string
  platform: Host['platform']
  /** the page shown beside the sheet */
  pane: string
}

export const platforms: readonly Host['platform'][] = ['PC', 'Mac', 'OfficeOnline']
/** Of Excels in use: 2019, the floor, first LTSC 2021 and what lies between, 2024. */
export const apiLevels: readonly string[] = ['1.8', '1.9', '1.11', '1.13', '1.14', '1.15', '1.17']
const panes: Readonly<Record<string, string>> = { conformance: '/conformance.html' }

/** The address's part after `?`; README.md of the folder above lists what it may say. */
export function switchesFrom(search: string, windowWidth: number): Switches {
  const given = new URLSearchParams(search)
  const number = (name: string, otherwise: number) => {
    const value = Number(given.get(name) ?? Number.NaN)
    return Number.isFinite(value) && value >= 0 ? value : otherwise
  }
  const on = (name: string) => given.get(name) === '1'
  return {
    latency: number('latency', 0),
    editing: on('editing'),
    dropEvents: given.get('events') === 'lost',
    offline: on('offline'),
    dark: on('dark'),
    elsewhere: given.get('focus') === 'elsewhere',
    colleague: number('colleague', 0),
    payload: number('payload', 0),
    protection: given.has('protect') ? on('protect') : undefined,
    width: number('width', 350) <= 320 ? 320 : 350,
    // a small laptop beside the pane shows a form whole at 90 %
    zoom: number('zoom', windowWidth < 1440 ? 90 : 100) / 100,
    apiLevel: /^1\.\d{1,2}$/.exec(given.get('api') ?? '')?.[0] ?? '1.14',
    platform: platforms.find(name => name === given.get('platform')) ?? 'PC',
    pane: panes[given.get('pane') ?? ''] ?? '/taskpane.html',
  }
}

export function applySwitches(switches: Switches, cellOpen: boolean, host: Host): void {
  host.latency = switches.latency
  host.editMode = switches.editing || cellOpen
  host.dropEvents = switches.dropEvents
  host.focusElsewhere = switches.elsewhere
  host.payloadLimit = switches.payload > 0 ? switches.payload * 1024 : undefined
  host.apiLevel = switches.apiLevel
  host.platform = switches.platform
}
