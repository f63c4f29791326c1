/** A workbook that is no longer as it was opened: what happened, what was found of the figures, one button to mend it. */
import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { Salvage } from '../../../shared/salvage.ts'
import { t } from '../../i18n/words.ts'
import { Fold, List, Quiet, Stack } from '../parts/layout.tsx'
import { label } from '../parts/place-words.ts'
import { Working } from '../parts/working.tsx'
import { usePart, useStore } from '../store.ts'
import { diagnoseNow, rebuild, searchFigures } from './rebuilding.ts'

/** What became of each sheet, and the way out. */
export function Damage() {
  const store = useStore()
  const sheets = usePart(state => state.repair.sheets)
  useEffect(() => {
    void diagnoseNow(store)
  }, [store])
  return (
    <Stack>
      <List>
        {sheets?.map(
          ({ form, sheet, damage }) =>
            damage && <li key={form}>{t.repair.damages[damage](sheet)}</li>,
        )}
      </List>
      <Rebuilding carrying={false} />
    </Stack>
  )
}

/** Shows what was found before anything is written. */
export function Rebuilding({ carrying }: { carrying: boolean }) {
  const store = useStore()
  const { salvage, changedMeanwhile, trouble, working } = usePart(state => state.repair)
  useEffect(() => {
    void searchFigures(store)
  }, [store])
  if (trouble)
    return (
      <Stack>
        <Quiet>{t.host.troubles[trouble]}</Quiet>
        <div>
          <Button onClick={() => searchFigures(store)}>{t.host.retry}</Button>
        </div>
      </Stack>
    )
  if (!salvage) return <Working words={t.repair.searching} />
  return (
    <Stack>
      {changedMeanwhile && <Quiet>{t.repair.changedMeanwhile}</Quiet>}
      <Findings salvage={salvage} />
      <Quiet>{carrying ? t.repair.carrying : t.repair.rebuilding}</Quiet>
      <div>
        <Button appearance="primary" disabled={working} onClick={() => rebuild(store)}>
          {carrying
            ? t.repair.carry(salvage.typed)
            : salvage.typed > 0
              ? t.repair.rebuildKeeping(salvage.typed)
              : t.repair.rebuild}
        </Button>
      </div>
    </Stack>
  )
}

function Findings({ salvage }: { salvage: Salvage }) {
  const book = usePart(state => state.fill.book)
  const { typed, moved, missing, doubled, strange } = salvage
  const revision = book?.sheet.current?.revision
  return (
    <>
      <p style={{ margin: 0 }}>{t.repair.kept(typed)}</p>
      {moved.length > 0 && (
        <Fold summary={t.repair.moved(moved.length)}>
          <List>
            {moved.map(({ place, tab, cell, expected }) => (
              <li key={`${tab}!${cell}`}>
                {book && label(book.index, place)}: {tab} {cell} → {expected}
              </li>
            ))}
          </List>
        </Fold>
      )}
      {missing.length > 0 && (
        <Fold summary={t.repair.missing(missing.length)}>
          <Quiet>
            {revision === undefined ? t.repair.missingBlank : t.repair.missingFrom(revision)}
          </Quiet>
          <List>
            {missing.map(({ form, name }) => (
              <li key={`${form}/${name}`}>
                {book?.index.forms.get(form)?.short}: {name}
              </li>
            ))}
          </List>
        </Fold>
      )}
      {doubled.length > 0 && (
        <Fold summary={t.repair.doubled(doubled.length)} open>
          <List>
            {doubled.map(({ tab, cell, value, kept }) => (
              <li key={`${tab}!${cell}`}>
                {t.repair.doubledAt(`${tab} ${cell}`, String(value), String(kept))}
              </li>
            ))}
          </List>
        </Fold>
      )}
      {strange.length > 0 && (
        <Fold summary={t.repair.strange(strange.length)} open>
          <List>
            {strange.map(({ tab, cell, value }) => (
              <li key={`${tab}!${cell}`}>
                {tab} {cell}: {String(value)}
              </li>
            ))}
          </List>
        </Fold>
      )}
    </>
  )
}
