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
  /** pixels of the pane */
  width: number
  /** of the sheet; 1 is 100 % */
  zoom: number
  apiLevel: string
  platform: Host['platform']
}

const platforms: readonly Host['platform'][] = ['PC', 'Mac', 'OfficeOnline']

/** `?latency=300&width=320&dark=1&offline=1&events=lost&editing=1&zoom=100&api=1.9&platform=Mac` */
export function switchesFrom(search: string, windowWidth: number): Switches {
  const given = new URLSearchParams(search)
  const number = (name: string, otherwise: number) => {
    const value = Number(given.get(name) ?? Number.NaN)
    return Number.isFinite(value) && value >= 0 ? value : otherwise
  }
  return {
    latency: number('latency', 0),
    editing: given.get('editing') === '1',
    dropEvents: given.get('events') === 'lost',
    offline: given.get('offline') === '1',
    dark: given.get('dark') === '1',
    width: number('width', 350) <= 320 ? 320 : 350,
    // a small laptop beside the pane shows a form whole at 90 %
    zoom: number('zoom', windowWidth < 1440 ? 90 : 100) / 100,
    apiLevel: given.get('api') ?? '1.14',
    platform: platforms.find(name => name === given.get('platform')) ?? 'PC',
  }
}

export function applySwitches(switches: Switches, cellOpen: boolean, host: Host): void {
  host.latency = switches.latency
  host.editMode = switches.editing || cellOpen
  host.dropEvents = switches.dropEvents
  host.apiLevel = switches.apiLevel
  host.platform = switches.platform
}
