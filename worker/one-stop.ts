/** An export of the one-stop software, matched with the fields of a unit. Nothing of it is stored: the pane shows it and fills the sheet. */
import { Hono } from 'hono'
import { rowsOf } from '../shared/catalogue/catalogue.ts'
import { oneStopWords } from '../shared/one-stop/words.ts'
import { dossierForm, importDossiers, isDossierTable, seenIn } from '../shared/one-stop.ts'
import type { ImportedDossiers } from '../shared/protocol.ts'
import { agencyFrom } from './agency.ts'
import { indexOf } from './catalogue.ts'
import type { App } from './env.ts'
import { say } from './messages.ts'
import { known, periodKeyOf } from './opened.ts'
import { Problem } from './problem.ts'
import { may } from './roles.ts'
import { signedIn, unitAsked } from './session.ts'
import { agencyIn } from './store/agencies.ts'
import { ask } from './store/ask.ts'
import { periodOf } from './store/periods.ts'
import { openWorkbook } from './upload/open.ts'

export const oneStopExports = new Hono<App>().post(
  '/periods/:period/units/:unit/dossiers.xlsx',
  may('dossiers.read'),
  async c => {
    const unit = unitAsked(c, c.req.param('unit'))
    const key = periodKeyOf(c.req.param('period'))
    const { agency: reporting } = signedIn(c)
    const db = c.env.DB
    const [[row], [document]] = await ask(
      db,
      periodOf(db, reporting, key),
      agencyIn(db, reporting, key),
    )
    const { from, to, catalogue } = known(row, key)
    const agency = agencyFrom(document)
    const index = await indexOf(db, catalogue)
    const form = index.tables.get(dossierForm)
    if (!form || rowsOf(agency, form, unit)?.length === 0)
      throw new Problem('not-found', say.noDossierTable())
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { sheets } = await openWorkbook(bytes, [], 'export')
    const shown = sheets.filter(({ hidden }) => !hidden)
    const [first, ...others] = shown.filter(isDossierTable)
    const window = { from, to }
    const read = first && importDossiers(first, { form, agency, unit, period: key, window })
    if (!read) throw new Problem('no-dossiers', say.noDossiers(shown.flatMap(seenIn)))
    const names = others.map(({ name }) => name)
    const answer: ImportedDossiers = {
      ...read,
      notes: [
        ...(names.length > 0
          ? [{ message: oneStopWords.otherSheets(names), needsLook: false }]
          : []),
        ...read.notes,
      ],
    }
    return c.json(answer)
  },
)
