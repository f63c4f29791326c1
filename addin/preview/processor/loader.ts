// The few members that Microsoft's loader script would put on `Office`, for a library that was
// loaded without it. Never imitates the Common API beyond them.
import type { Host } from './host.ts'

/** What `Office.onReady` resolves with. */
export interface ReadyInfo {
  host: 'Excel'
  platform: Host['platform']
}

export interface LoaderMembers {
  HostType: { Excel: 'Excel' }
  onReady(callback?: (info: ReadyInfo) => void): Promise<ReadyInfo>
  context: {
    host: 'Excel'
    platform: Host['platform']
    contentLanguage: string
    displayLanguage: string
    /** names the storage partition on the web; undefined elsewhere */
    partitionKey: string | undefined
    officeTheme: Record<string, string>
    diagnostics: { host: 'Excel'; platform: Host['platform']; version: string }
    requirements: { isSetSupported: Host['isSetSupported'] }
  }
}

/** The library's own switch for refusing members above the host's level. */
export interface LevelCheck {
  CommonUtility: { _doApiNotSupportedCheck: boolean }
}

/**
 * Makes the library refuse members above `Host.apiLevel` with ApiNotFound. Version 1.1.110 means to
 * do so but sets the switch on a subclass that nobody reads, and leaves the refusal to the host.
 */
export function checkLevels({ CommonUtility }: LevelCheck): void {
  CommonUtility._doApiNotSupportedCheck = true
}

/** The library's `Office` with these members in front; its own `context` has only a getter. */
export function officeWithLoader<Library extends object>(
  office: Library,
  host: Host,
): Library & LoaderMembers {
  return Object.create(office, Object.getOwnPropertyDescriptors(loaderMembers(host)))
}

function loaderMembers(host: Host): LoaderMembers {
  const ready: ReadyInfo = { host: 'Excel', platform: host.platform }
  return {
    HostType: { Excel: 'Excel' },
    onReady: async callback => {
      callback?.(ready)
      return ready
    },
    context: {
      host: 'Excel',
      platform: host.platform,
      contentLanguage: 'vi-VN',
      displayLanguage: 'vi-VN',
      partitionKey: host.platform === 'OfficeOnline' ? 'preview' : undefined,
      officeTheme: {
        bodyBackgroundColor: '#FFFFFF',
        bodyForegroundColor: '#262626',
        controlBackgroundColor: '#FFFFFF',
        controlForegroundColor: '#262626',
      },
      diagnostics: { host: 'Excel', platform: host.platform, version: '16.0.14332.20000' },
      requirements: { isSetSupported: host.isSetSupported },
    },
  }
}
