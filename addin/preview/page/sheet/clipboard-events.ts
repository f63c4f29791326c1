// Ctrl+C, Ctrl+X and Ctrl+V on the sheet. Cells copied here and pasted here bring everything with
// them; what comes from elsewhere brings what the clipboard says.
import type { Area, Sheet } from '../../workbook/workbook.ts'
import { asText, copiedArea, pastedFrom } from './clipboard.ts'
import type { View } from './view.ts'

interface Copied {
  readonly sheet: Sheet
  readonly area: Area
  readonly text: string
}

export function listenToClipboard(view: View): void {
  const { drawing, editor, selection, workbook } = view
  const onSheet = () => editor.mode === 'ready' && drawing.root.contains(document.activeElement)
  let valuesOnly = false
  let copied: Copied | undefined
  drawing.root.addEventListener('keydown', event => {
    valuesOnly = event.shiftKey
  })

  const copy = (event: ClipboardEvent) => {
    if (!onSheet()) return
    event.preventDefault()
    const { sheet } = selection
    const text = asText(sheet, selection.area)
    event.clipboardData?.setData('text/plain', text)
    const area = copiedArea(sheet, selection.area)
    copied =
      area && event.type === 'copy' && isWhole(sheet, area) ? { sheet, area, text } : undefined
    if (event.type === 'cut') view.erase()
  }
  document.addEventListener('copy', copy)
  document.addEventListener('cut', copy)

  document.addEventListener('paste', event => {
    const pasted = onSheet() ? pastedFrom(event.clipboardData, valuesOnly) : undefined
    if (!pasted) return
    event.preventDefault()
    const { sheet, area } = selection
    const own =
      copied && sameText(copied.text, pasted.text) && workbook.sheets.includes(copied.sheet)
    view.attempt(() => {
      const filled =
        copied && own && !valuesOnly
          ? workbook.pasteCells(copied, sheet, area.row, area.column)
          : workbook.paste(sheet, area.row, area.column, pasted.text, pasted)
      selection.selectArea(filled)
      view.focus()
    })
  })
}

// hidden lines are left out of the text, so they are not pasted as cells either
function isWhole({ rows, columns }: Sheet, area: Area): boolean {
  const shown = (lines: Sheet['rows'], first: number, count: number) =>
    Array.from({ length: count }, (_, at) => first + at).every(line => !lines.isHidden(line))
  return shown(rows, area.row, area.rows) && shown(columns, area.column, area.columns)
}

// a clipboard may change line ends
const sameText = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n')
