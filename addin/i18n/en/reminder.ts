/** Letters to units: they read Vietnamese whatever language the clerk's pane speaks. */
export { reminder } from '../vi/reminder.ts'
