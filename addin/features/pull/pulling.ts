/** Takes the annex or the report out of the house, remembers which figures they hold, and tells what changed since. */
import { checkCode } from '../../../shared/check-code.ts'
import { Refused } from '../../api.ts'
import { HostError } from '../../host/port.ts'
import { t } from '../../i18n/words.ts'
import { catalogueFor } from '../board/catalogue.ts'
import { leftBecauseExpired, sentenceOf } from '../parts/failure.ts'
import { chosenPeriod } from '../period/periods.ts'
import type { Store } from '../store.ts'
import { lastPull, rememberPull } from './last-pull.ts'
import { base64Of, save } from './save.ts'
import type { PullKind } from './state.ts'

export async function pull(store: Store, kind: PullKind): Promise<void> {
  const period = store.state().periods.chosen
  if (period === null) return
  const say = (pulling: Parameters<typeof store.dispatch>[0] & { type: 'pulling' }) => {
    if (store.state().periods.chosen === period) store.dispatch(pulling)
  }
  say({ type: 'pulling', pulling: { state: 'fetching', kind } })
  try {
    const { name, content, digest } =
      kind === 'report' ? await store.api.report(period) : await store.api.annex(period)
    const given = kind === 'workbook' ? await opened(store, content) : 'annex'
    if (given === 'annex') save(name, content)
    if (digest) taken(store, period, digest)
    const as = kind === 'report' ? kind : given
    say({
      type: 'pulling',
      pulling: { state: 'done', kind: as, name, code: digest && checkCode(digest) },
    })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    const why = error instanceof HostError ? t.host.troubles[error.code] : sentenceOf(error)
    say({ type: 'pulling', pulling: { state: 'failed', kind, why } })
  }
}

/** Excel older than ExcelApi 1.8 opens no workbook for a pane; the same annex is then a file. */
async function opened(store: Store, content: Blob): Promise<'workbook' | 'annex'> {
  const workbook = store.workbook()
  if (!workbook) return 'annex'
  const kind = 'workbook' as const
  store.dispatch({ type: 'pulling', pulling: { state: 'opening', kind } })
  try {
    await workbook.openInNewWorkbook(await base64Of(content))
    return 'workbook'
  } catch (error) {
    if (error instanceof HostError && error.code === 'too-old') return 'annex'
    throw error
  }
}

function taken(store: Store, period: string, digest: string): void {
  const last = { digest, at: new Date().toISOString() }
  rememberPull(store, period, last)
  if (store.state().periods.chosen === period) store.dispatch({ type: 'pulled', last })
}

/** What changed since this clerk's last pull; a pull the server no longer knows is forgotten. */
export async function checkChanges(store: Store): Promise<void> {
  const period = chosenPeriod(store.state())
  if (!period) return
  const last = lastPull(store, period.period)
  if (last === null || last.digest !== store.state().pull.last?.digest)
    store.dispatch({ type: 'pull-remembered', last })
  if (last === null) return
  const still = () =>
    store.state().periods.chosen === period.period &&
    store.state().pull.last?.digest === last.digest
  try {
    const [{ changes }, index] = await Promise.all([
      store.api.consolidationSince(period.period, last.digest),
      catalogueFor(store.api, period),
    ])
    if (changes && still()) store.dispatch({ type: 'changes-known', changes, index })
  } catch (error) {
    if (leftBecauseExpired(store, error)) return
    if (error instanceof Refused && error.problem.type === 'digest-unknown') {
      rememberPull(store, period.period, null)
      store.dispatch({ type: 'pull-remembered', last: null })
    } else if (still()) store.dispatch({ type: 'changes-missing', why: sentenceOf(error) })
  }
}

/** A button for the report appears only where the server makes one. */
export async function lookForReport(store: Store): Promise<void> {
  if (store.state().pull.offersReport) return
  try {
    if (await store.api.offers('/api/v1/periods/{period}/report.docx'))
      store.dispatch({ type: 'report-offered' })
  } catch (error) {
    // without an answer there is no button, and the next look asks again
    leftBecauseExpired(store, error)
  }
}
