// A bench for items of the conformance list over the preview host: steps of a person are taken at the
// workbook itself.
import type { Bench, Step } from '../../../addin/preview/conformance/item.ts'
import { loadOffice, type OfficeInNode } from '../../../addin/preview/office-in-node.ts'
import type { HostOptions } from '../../../addin/preview/processor/host.ts'

/** What a person does, on the active sheet. */
export function person({ host, workbook }: OfficeInNode): Bench['ask'] {
  const steps: Record<Step, () => void> = {
    'begin-edit': () => {
      host.editMode = true
    },
    'end-edit': () => {
      host.editMode = false
    },
    type: () => void workbook.type(workbook.activeSheet, 0, 0, '5'),
    paste: () => void workbook.paste(workbook.activeSheet, 0, 0, 'dán'),
  }
  return async step => steps[step]()
}

export function benchIn(options: HostOptions = {}): Bench {
  const office = loadOffice(options)
  return {
    Excel: office.Excel,
    sheet: 'Sheet1',
    platform: office.host.platform,
    supports: version => office.host.isSetSupported('ExcelApi', version),
    ask: person(office),
  }
}
