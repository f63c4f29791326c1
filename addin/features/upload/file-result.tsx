/** What a file says before any of it is submitted: whose it is, what was put right, what the rules find, what would go. */
import { Button } from '@fluentui/react-components'
import { useMemo } from 'react'
import { files } from '../../i18n/files.ts'
import { t } from '../../i18n/words.ts'
import { FormFilter } from '../check/filter.tsx'
import { FindingList } from '../check/finding-list.tsx'
import { countsOf, grouped, severities } from '../check/findings.ts'
import { findingsNow } from '../check/server-findings.ts'
import type { Book } from '../fill/book.ts'
import { ChooseDossiers } from '../one-stop/choose-dossiers.tsx'
import { dossierTable } from '../one-stop/matching.ts'
import { Fold, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { StoreProvider, usePart, useStore } from '../store.ts'
import { Outcome } from '../submit/outcome.tsx'
import { isOutdated } from '../submit/outdated.ts'
import { Signing } from '../submit/submit.tsx'
import { Summary } from '../submit/summary-list.tsx'
import { FileOutdated } from './file-outdated.tsx'
import { IntoSheets } from './into-sheets.tsx'
import { Repairs } from './repairs.tsx'
import { asFile, fileStore } from './standing-in.ts'
import { type FileRead, withoutOutdated } from './state.ts'
import { submitFile } from './submitting.ts'
import { placesRead } from './uploading.ts'

type Props = { readonly book: Book; readonly read: FileRead; readonly beside: boolean }

export function FileResult({ book, read, beside }: Props) {
  const store = useStore()
  const inPlace = useMemo(() => fileStore(store), [store])
  const words = files().upload
  const told = usePart(state => isOutdated(asFile(state)))
  const another = () => {
    store.dispatch({ type: 'file-left' })
    store.dispatch({ type: 'dossiers-left' })
  }
  return (
    <Stack>
      <Section card>
        <ResultHeading text={words.result} />
        <strong>{read.name}</strong>
        <Quiet>{words.whose(book.naming.unitName(book.sheet.unit), book.period.name)}</Quiet>
        {read.kind === 'sheet' ? (
          <Quiet>
            {words.basedOn(read.basedOn)} {words.read(placesRead(read))}
          </Quiet>
        ) : (
          <Quiet>{words.submitted}</Quiet>
        )}
        {read.dossiers && <Quiet>{words.table(read.dossiers)}</Quiet>}
        <div>
          <Button size="small" onClick={another}>
            {words.another}
          </Button>
        </div>
      </Section>
      <StoreProvider value={inPlace}>
        <FileOutdated book={book} />
      </StoreProvider>
      {read.kind === 'sheet' && (
        <Repairs repairs={told ? withoutOutdated(read.repairs) : read.repairs} />
      )}
      {!beside && read.kind === 'sheet' && dossierTable(book) && (
        <Fold summary={words.addDossiers}>
          <ChooseDossiers leads={false} />
        </Fold>
      )}
      {beside && <IntoSheets book={book} read={read} />}
      <StoreProvider value={inPlace}>
        <Found
          book={book}
          mend={beside ? words.mendBeside : read.kind === 'sheet' ? words.mend : words.mendAround}
        />
        {beside ? (
          <Fold summary={words.direct}>
            <Stack>
              <Handing book={book} read={read} />
            </Stack>
          </Fold>
        ) : (
          <Handing book={book} read={read} />
        )}
      </StoreProvider>
    </Stack>
  )
}

/** The findings, each with its reason; errors are mended where the figures come from. */
function Found({ book, mend }: { book: Book; mend: (errors: number) => string }) {
  const words = files().upload
  const findings = usePart(state => findingsNow(state.check))
  const reasons = usePart(state => state.check.reasons)
  const refused = usePart(state => state.check.fromServer !== null)
  const pass = usePart(state => state.check.review?.outcome.counts.pass ?? 0)
  const groups = useMemo(() => grouped(findings), [findings])
  const counts = countsOf(groups, reasons)
  const all = severities.flatMap(severity => groups[severity])
  return (
    <Section title={words.findings}>
      <div role="status">{t.check.counts(counts)}</div>
      {refused && (
        <Notice tone="warning" quiet>
          {t.check.fromServer}
        </Notice>
      )}
      {counts.errors > 0 ? (
        <Notice tone="error" quiet>
          {mend(counts.errors)}
        </Notice>
      ) : (
        counts.unexplained === 0 && (
          <Notice tone="success" quiet title={counts.explained > 0 ? t.check.ready : t.check.clean}>
            {counts.explained === 0 && t.check.cleanText(pass)}
          </Notice>
        )
      )}
      <FormFilter book={book} groups={all} />
      <FindingList book={book} groups={groups} infosOpen={false} />
    </Section>
  )
}

/** What would go, by whom, and the one button. */
function Handing({ book, read }: { book: Book; read: FileRead }) {
  const store = useStore()
  const pending = usePart(state => state.submit.pending)
  const outdated = usePart(isOutdated)
  return (
    <>
      <Outcome />
      {!pending && !outdated && <Summary book={book} review={read.review} />}
      {!pending && (
        <Signing
          book={book}
          file={{ send: () => void submitFile(store), obstacles: files().upload.obstacles }}
        />
      )}
    </>
  )
}
