/** Figures from files: where one is chosen, then what it says. Fetched when somebody comes here, with its words. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { files } from '../../i18n/files.ts'
import type { Book } from '../fill/book.ts'
import { ChooseDossiers } from '../one-stop/choose-dossiers.tsx'
import { DossierPreview } from '../one-stop/dossier-preview.tsx'
import { dossierTable } from '../one-stop/matching.ts'
import { HostTrouble } from '../parts/host-trouble.tsx'
import { ArrowLeftRegular } from '../parts/icons.ts'
import { Stack } from '../parts/layout.tsx'
import { usePart, useStore } from '../store.ts'
import { Outcome } from '../submit/outcome.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FileResult } from './file-result.tsx'
import { upload } from './uploading.ts'

/** @param beside a workbook is open: one kind at a time stands in the tabs' place, with the way back to them */
export default function Files({ book, beside }: { book: Book; beside: boolean }) {
  const store = useStore()
  const open = usePart(state => state.upload.open)
  const read = usePart(state => state.upload.read)
  const imported = usePart(state => state.oneStop.imported)
  const dossiers = dossierTable(book) !== undefined
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (beside && document.hasFocus()) top.current?.focus()
  }, [beside])
  return (
    <Stack>
      {beside && (
        <div ref={top} tabIndex={-1}>
          <Button
            icon={<ArrowLeftRegular />}
            onClick={() => store.dispatch({ type: 'files-opened', kind: null })}
          >
            {files().upload.back}
          </Button>
        </div>
      )}
      {beside && <HostTrouble />}
      {imported ? (
        <DossierPreview book={book} beside={beside} />
      ) : read ? (
        <FileResult book={book} read={read} beside={beside} />
      ) : (
        <>
          {!beside && <Outcome />}
          {(!beside || open === 'sheet') && <ChooseSheet beside={beside} />}
          {dossiers && (!beside || open === 'dossiers') && <ChooseDossiers leads={beside} />}
        </>
      )}
    </Stack>
  )
}

function ChooseSheet({ beside }: { beside: boolean }) {
  const store = useStore()
  const { sending, refused } = usePart(state => state.upload)
  const words = files().upload
  return (
    <ChooseFile
      title={words.title}
      hint={beside ? words.hintBeside : words.hint}
      working={sending === null ? null : words.sending(sending)}
      refused={refused}
      leads={beside}
      onFile={file => void upload(store, file)}
    />
  )
}
