/** What is changed and not saved yet stays in sight at the bottom, with the button that saves it and the way back. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { printInstant } from '../../../shared/period.ts'
import { works } from '../../i18n/works.ts'
import { SaveRegular } from '../parts/icons.ts'
import { Fold, Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { type Store, usePart, useStore } from '../store.ts'
import { Changes } from './changes.tsx'
import { dropDraft } from './drafting.ts'
import { changesBetween } from './parts.ts'
import { savePlan, undoLast } from './planning.ts'
import type { Draft, PlanState } from './state.ts'
import { Standing } from './status.tsx'

const useStyles = makeStyles({
  holder: { display: 'flex', flexDirection: 'column', gap: '8px' },
  // in sight while one goes along the list; never over a form somebody types into
  sticky: { position: 'sticky', bottom: 0, zIndex: 1 },
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginInline: '-12px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  words: { flexGrow: 1, flexBasis: '140px', minWidth: 0, overflowWrap: 'anywhere' },
  changes: { maxHeight: '40vh', overflowY: 'auto' },
})

const most = 8

export function DraftBar() {
  const styles = useStyles()
  const { year, drafts, editing, done } = usePart(state => state.plan)
  const draft = year === null ? undefined : drafts[year]
  return (
    <div className={mergeClasses(styles.holder, editing === null && styles.sticky)}>
      <Refusal />
      <div className={mergeClasses((draft !== undefined || done !== null) && styles.bar)}>
        <DoneLine />
        {draft && <Saving draft={draft} />}
      </div>
    </div>
  )
}

function Refusal() {
  const refused = usePart(state => state.plan.refused)
  if (!refused) return null
  const rest = refused.faults.length - most
  return (
    <Notice tone="error" title={refused.why}>
      {refused.faults.slice(0, most).map(fault => (
        <div key={fault}>{fault}</div>
      ))}
      {rest > 0 && works().plan.refusedMore(rest)}
    </Notice>
  )
}

function Saving({ draft }: { draft: Draft }) {
  const styles = useStyles()
  const store = useStore()
  const { saving, editing } = usePart(state => state.plan)
  const words = works().plan
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        <About draft={draft} />
      </div>
      <span role="status">{saving && words.saving}</span>
      <Button
        appearance={editing ? 'secondary' : 'primary'}
        icon={<SaveRegular />}
        disabledFocusable={saving}
        onClick={() => void savePlan(store)}
      >
        {words.save(draft.basedOn + 1)}
      </Button>
    </div>
  )
}

/** How much has been changed so far; opened, what it is, whether this machine keeps it, and giving it up. */
function About({ draft }: { draft: Draft }) {
  const styles = useStyles()
  const store = useStore()
  const { kept, saving } = usePart(state => state.plan)
  const words = works().plan
  const changes = draft.from === null ? null : changesBetween(draft.from, draft.plan)
  // what only this window has is worth a line that is always there
  const uncertain = kept !== null && kept.at === draft.at && !kept.certain
  return (
    <>
      <Fold summary={changes ? words.draft(changes.length) : words.draftNew}>
        {changes && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
          <section className={styles.changes} aria-label={words.changes} tabIndex={0}>
            <Changes changes={changes} />
          </section>
        )}
        {!uncertain && <Quiet>{keptAs(draft, kept)}</Quiet>}
        <Button size="small" disabledFocusable={saving} onClick={() => giveUp(store)}>
          {words.drop}
        </Button>
      </Fold>
      {uncertain && <Quiet>{words.keptWindow}</Quiet>}
    </>
  )
}

/** What was pressed goes away; what brings it back has the focus. */
function giveUp(store: Store): void {
  dropDraft(store)
  requestAnimationFrame(() => document.getElementById('plan-undo')?.focus())
}

/** Says that the machine keeps it only once it keeps the last change. */
function keptAs({ at }: Draft, kept: PlanState['kept']): string {
  const words = works().plan
  // what an earlier pane kept was kept before this one opened
  return kept && kept.at !== at ? words.keeping : words.kept(printInstant(at))
}

/** What was done last; always there, so that a screen reader hears it. */
function DoneLine() {
  const styles = useStyles()
  const store = useStore()
  const done = usePart(state => state.plan.done)
  const words = works().plan
  return (
    <div className={styles.line}>
      <span role="status" className={styles.words}>
        {done && <Standing step="attained">{words.done[done.kind](done.what)}</Standing>}
      </span>
      {done?.before && (
        <Button id="plan-undo" size="small" onClick={() => void undoLast(store)}>
          {words.undo}
        </Button>
      )}
    </div>
  )
}
