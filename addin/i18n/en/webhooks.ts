/** Other systems that are told when figures were accepted, sent back or locked. */
import type { WorksWords } from '../works.ts'

export const webhooks: WorksWords['webhooks'] = {
  about:
    'When figures are accepted or sent back, or a period is locked, the systems below are told at once, so that they fetch the new figures. They are told what happened: no figures, no names of persons.',
  loading: 'Loading the systems that are told…',
  reload: 'Reload',
  none: 'No system is told yet.',
  whoAdds:
    'Only the server’s administrator can add one, because the server sends to whatever address stands here. Give the administrator the receiver’s address and this command:',
  off: 'The server has no key to sign with (WEBHOOK_KEY), so nobody is told. Once the administrator has set one, it goes on with what is waiting.',
  events: {
    'period-opened': 'a period is opened',
    'period-rescheduled': 'a due date changes',
    locked: 'a period is locked',
    reopened: 'a period is reopened',
    submitted: 'a unit submits figures',
    accepted: 'figures are accepted',
    returned: 'figures are sent back',
    adjusted: 'figures are adjusted',
    'plan-changed': 'the plan changes',
    'rules-changed': 'the rules change',
  },
  toldOf: events => `Told when ${events.join(', ')}.`,
  active: 'Being told',
  failing: (failures, next) => {
    const times = failures === 1 ? 'one try' : `${failures} tries`
    return next === null
      ? `Not delivered after ${times}. Trying again.`
      : `Not delivered after ${times}. The next comes at ${next}.`
  },
  paused: 'Paused. What happens is kept and told when it goes on.',
  stopped: since =>
    `Stopped after 5 days without success, since ${since}. Nothing is lost; speak to the receiver, then press Go on.`,
  gone: 'Stopped, because the receiver said it wants no more. Nothing is lost.',
  waiting: n =>
    n === 0 ? 'Nothing is waiting.' : n >= 100 ? '100 or more waiting.' : `${n} waiting.`,
  pause: 'Pause',
  resume: 'Go on',
  tryNow: 'Try now',
  ofAddress: (command, host) => `${command}, ${host}`,
  trying: 'Sending…',
  done: {
    paused: 'Paused.',
    resumed: 'It goes on; nothing was waiting.',
    underWay: 'Being sent. Press Reload to see what came of it.',
    delivered: 'The receiver has it.',
    missed: 'Still not delivered.',
  },
  tries: n => (n === 1 ? 'The newest try' : `The newest ${n} tries`),
  delivered: 'Delivered',
  attempt: n => `try ${n}`,
  status: code => `status ${code}`,
}
