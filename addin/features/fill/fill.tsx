/** Điền: open the forms in the workbook, see how far they are, read what stands at the selected cell. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { periodName } from '../../../shared/period.ts'
import { t } from '../../i18n/words.ts'
import { leadOf } from '../desk/lead.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Bar, Working } from '../parts/working.tsx'
import { Rebuilding } from '../repair/damage.tsx'
import { usePart, useStore } from '../store.ts'
import { OutdatedLine } from '../submit/outdated-notice.tsx'
import { UnitEntries } from '../work/unit-entry.tsx'
import { type Book, mismatch } from './book.ts'
import { BringForward } from './bring-forward.tsx'
import { FromFiles } from './from-files.tsx'
import { FromMonths, OpensFromMonths } from './from-months.tsx'
import { openForms } from './opening.ts'
import { Outline } from './outline.tsx'
import { SelectedCard } from './selected-card.tsx'
import { WrittenLine } from './written-line.tsx'

const InspectionFigures = lazy(() => import('../inspection/proposals.tsx'))

export function Fill({ book }: { book: Book }) {
  const { identity, layingOut, hostTrouble } = usePart(state => state.fill)
  const place = usePart(state => state.place)
  const open = identity !== undefined && mismatch(book.identity, identity) === null
  return (
    <Stack>
      <HostTrouble />
      <OutdatedLine />
      {layingOut ? (
        <LayingOut book={book} {...layingOut} />
      ) : (
        place === 'workbook' &&
        !open &&
        (identity === undefined ? (
          !hostTrouble && <Working words={t.fill.looking} />
        ) : (
          <Opening book={book} />
        ))
      )}
      {open && !layingOut && <FromMonths book={book} />}
      <Section title={t.fill.forms}>
        <Outline book={book} />
        {open && !layingOut && <BringForward book={book} />}
        {open && !layingOut && book.sheet.proposed?.length ? (
          <Suspense>
            <InspectionFigures book={book} />
          </Suspense>
        ) : null}
      </Section>
      {!layingOut && <UnitEntries book={book} />}
      {open && !layingOut && <WrittenLine />}
      {open && !layingOut && <SelectedCard book={book} />}
      {place === 'workbook' && !layingOut && <FromFiles book={book} />}
    </Stack>
  )
}

export function LayingOut({ book, done, of }: { book: Book; done: number; of: number }) {
  const sheet = book.sheets[Math.min(done, of - 1)]
  const form = book.index.forms.get(sheet?.form ?? '')?.short ?? ''
  const words = t.fill.opening(Math.min(done + 1, of), of, form)
  return (
    <Section>
      <Working words={words} />
      <Bar value={done} of={of} label={words} />
    </Section>
  )
}

/** The workbook holds no forms or other ones: say which, then offer the one thing to do. */
function Opening({ book }: { book: Book }) {
  const store = useStore()
  const identity = usePart(state => state.fill.identity)
  const differs = mismatch(book.identity, identity ?? null)
  const found = {
    none: t.fill.none,
    agency: t.fill.other.agency,
    unit: t.fill.other.unit(book.naming.unitName(identity?.unit ?? '')),
    period: t.fill.other.period(identity ? periodName(identity.period) : ''),
    catalogue: t.fill.other.catalogue,
  }[differs ?? 'none']
  const { current } = book.sheet
  const fresh = differs === 'none'
  const leads = usePart(leadOf) === 'step' && differs !== 'catalogue'
  return (
    <Section>
      {fresh ? (
        <Quiet>
          {found} {current && t.fill.prefilled(current.revision)}
        </Quiet>
      ) : (
        <Notice tone="warning" title={found}>
          {t.fill.replacing} {current && t.fill.prefilled(current.revision)}
        </Notice>
      )}
      <OpensFromMonths book={book} />
      {differs === 'catalogue' && <Rebuilding carrying />}
      <Button
        appearance={leads ? 'primary' : 'secondary'}
        size="large"
        onClick={() => openForms(store)}
      >
        {fresh ? t.fill.open(book.sheets.length) : t.fill.replace(book.period.name)}
      </Button>
    </Section>
  )
}
