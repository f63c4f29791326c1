/** What JSON-stat and CSV of figures look like: invented figures, written by what writes the answers. */
import { csvOf } from '../../formats/csv.ts'
import { formats } from '../../formats/format.ts'
import { jsonStatOf } from '../../formats/json-stat.ts'
import type { Observation, Observed } from '../../formats/observation.ts'

const figure: Omit<Observation, 'period' | 'value' | 'status' | 'coverage'> = {
  of: { kind: 'agency', key: 'sct-bac-giang', name: 'Sở Công Thương' },
  ...{ indicator: 'dossiers_resolved', name: 'Hồ sơ đã giải quyết', unit: 'hồ sơ' },
}
const invented: Observed = {
  label: 'Số liệu cải cách hành chính từ kỳ 2025-M03 đến kỳ 2025-M04',
  source: 'Sở Công Thương',
  ...{ updated: null, file: 'CCHC' },
  observations: [
    {
      ...{ ...figure, period: '2025-M03', value: 1204, status: 'final' },
      coverage: { expected: 12, reported: 12 },
    },
    {
      ...{ ...figure, period: '2025-M04', value: null, status: 'late' },
      coverage: { expected: 12, reported: 0 },
    },
  ],
}

/** By the name of the example among all. */
export const formatExamples = {
  'formats.json-stat': { summary: 'Hai kỳ của một chỉ tiêu', value: jsonStatOf(invented) },
  'formats.csv': { summary: 'Hai kỳ của một chỉ tiêu', value: csvOf(invented, 'en') },
  'formats.csv-vi': { summary: 'Cùng số liệu, headers=vi', value: csvOf(invented, 'vi') },
}

const example = (name: keyof typeof formatExamples) => ({ $ref: `#/components/examples/${name}` })

/** The media types beside JSON of an answer that comes in several formats. */
export const formatContent = {
  [formats['json-stat'].type]: {
    schema: { $ref: '#/components/schemas/JsonStat' },
    examples: { dataset: example('formats.json-stat') },
  },
  [formats.csv.type]: {
    schema: { type: 'string', description: 'UTF-8 có BOM, dòng kết thúc bằng CRLF (RFC 4180)' },
    examples: { lines: example('formats.csv'), vietnamese: example('formats.csv-vi') },
  },
}
