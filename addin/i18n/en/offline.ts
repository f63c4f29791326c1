/** What is said while the server cannot be reached. */
import type { Words } from '../words.ts'

export const offline: Words['offline'] = {
  network:
    'No network. The figures stay saved on this machine and are sent by themselves once there is one.',
  server:
    'The server is down for now. The figures stay saved on this machine and are sent by themselves once it answers.',
  copied: at =>
    `Forms saved ${at}; the figures of the period before and what the office said are of then.`,
}
