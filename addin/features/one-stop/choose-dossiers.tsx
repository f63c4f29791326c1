/** Where an export of the one-stop software is chosen. */
import { files } from '../../i18n/files.ts'
import { usePart, useStore } from '../store.ts'
import { ChooseFile } from '../upload/choose-file.tsx'
import { importFile } from './importing.ts'

export function ChooseDossiers({ leads }: { leads: boolean }) {
  const store = useStore()
  const { sending, refused } = usePart(state => state.oneStop)
  const words = files().oneStop
  return (
    <ChooseFile
      title={words.title}
      hint={words.hint}
      working={sending === null ? null : words.sending(sending)}
      refused={refused}
      leads={leads}
      onFile={file => void importFile(store, file)}
    />
  )
}
