/** What changed: the figures since this machine last looked, and what happened at the agency, newest first. */
import { useState } from 'react'
import { isPeriodKey, printInstant } from '../../shared/period.ts'
import type { Change, ChangesSince } from '../../shared/protocol.ts'
import { t } from '../i18n/dashboard.ts'
import type { Look } from './seen.ts'
import { cellText, named } from './telling.ts'

type SinceGiven = { readonly before: Look | null; readonly changes: ChangesSince | undefined }

export function Since({ before, changes }: SinceGiven) {
  if (!before) return <p className="quiet">{t.changes.firstVisit}</p>
  const at = printInstant(before.at)
  const figures = changes?.figures ?? []
  const moved = changes?.moved ?? []
  if (figures.length + moved.length === 0) return <p className="quiet">{t.changes.sinceNone(at)}</p>
  return (
    <div className="since">
      <h3>{t.changes.since(at)}</h3>
      <ul>
        {figures.map(({ at: place, unitName, name, old, new: now, who, why }) => (
          <li key={`${place} ${unitName}`}>
            <strong>
              {t.changes.figure(name, cellText(old ?? undefined), cellText(now ?? undefined))}
            </strong>
            <span> {t.changes.by(unitName || who, why)}</span>
          </li>
        ))}
      </ul>
      {moved.length > 0 && (
        <>
          <h4>{t.changes.moved}</h4>
          <ul>
            {moved.map(({ at: place, name, old, new: now }) => (
              <li key={place}>
                {t.changes.figure(name, cellText(old ?? undefined), cellText(now ?? undefined))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const shownFirst = 8

type FeedGiven = {
  /** the oldest first, as they come */
  readonly changes: readonly Change[]
  readonly unitName: (unit: string) => string
}

export function Feed({ changes, unitName }: FeedGiven) {
  const [shown, setShown] = useState(shownFirst)
  const newest = changes.toSorted((a, b) => b.at.localeCompare(a.at) || b.seq - a.seq)
  if (newest.length === 0) return <p className="quiet">{t.changes.none}</p>
  return (
    <>
      <ol className="feed">
        {newest.slice(0, shown).map(change => (
          <li key={change.seq}>
            <time dateTime={change.at}>{printInstant(change.at)}</time>
            <span>{changeSays(change, unitName)}</span>
          </li>
        ))}
      </ol>
      {newest.length > shown && (
        <button type="button" className="plain beside" onClick={() => setShown(shown + 20)}>
          {t.changes.more}
        </button>
      )}
    </>
  )
}

function changeSays(change: Change, unitName: (unit: string) => string): string {
  const { kind, unit, period, revision } = change
  const who = unit === null ? t.changes.office : unitName(unit)
  const when = period !== null && isPeriodKey(period) ? named(period) : ''
  return t.changes.kinds[kind](
    who,
    when,
    revision === null ? '' : t.changes.revision(revision),
  ).trim()
}
