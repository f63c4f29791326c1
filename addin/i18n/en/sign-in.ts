/** Coming in and leaving. */
import type { Words } from '../words.ts'

export const signIn: Words['signIn'] = {
  lead: 'Open, fill and submit the administrative reform figures in Excel.',
  code: 'Access code issued by the office',
  enter: 'Sign in',
  entering: 'Checking the code…',
  needed: 'Enter the access code first.',
  expired:
    'The session has ended. Enter the code again to go on; the figures are still in the workbook.',
  leave: 'Sign out',
  toDashboard: 'Open the dashboard',
  otherRoles: {
    dashboard:
      'This code is for leaders and the provincial system to read figures; it does not fill forms. Open the dashboard and enter the code there. Staff sign in with their unit’s code.',
    admin:
      'This code is for administration (units, access codes, catalogues) on the server’s command line. To fill forms, sign in with the unit’s code.',
  },
}
