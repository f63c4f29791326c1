// A place has one name, from the finding to the reason to the pointer into the request.
import { expect, test } from 'vitest'
import {
  type Place,
  placeAtPointer,
  placeName,
  placeOf,
  placeText,
  pointerOf,
} from '../../shared/place.ts'
import { index } from '../fixtures/bac-giang.ts'

const rowName = (_form: string, row: string) =>
  row === 'G02-CT23' ? 'Xúc tiến thương mại' : undefined

test.each<[Place, string, string, string]>([
  [
    { form: 'CCHC-1', row: 'plan_tasks_total' },
    'plan_tasks_total',
    '#/figures/plan_tasks_total',
    'Biểu 1, dòng 1.1 “Số nhiệm vụ đề ra trong kế hoạch”',
  ],
  [
    { form: 'KSTT-06a', row: 'G02-CT23', column: 'carried_over' },
    'KSTT-06a/G02-CT23/carried_over',
    '#/tables/KSTT-06a/G02-CT23/carried_over',
    'Biểu II.06a, dòng “Xúc tiến thương mại”, cột 6 “Số lượng hồ sơ tiếp nhận – Từ kỳ trước”',
  ],
  [
    { form: 'KSTT-06a', row: '', column: 'received_total' },
    'KSTT-06a//received_total',
    '#/tables/KSTT-06a//received_total',
    'Biểu II.06a, dòng Tổng số, cột 3 “Số lượng hồ sơ tiếp nhận – Tổng số”',
  ],
  [
    { form: 'NARR', row: 'II.1' },
    'NARR/II.1',
    '#/narrative/II.1',
    'Lời văn, mục II.1 “Cải cách thể chế”',
  ],
])('%o', (place, text, pointer, name) => {
  expect(placeText(place)).toBe(text)
  expect(placeOf(index, text)).toEqual(place)
  expect(pointerOf(index, place)).toBe(pointer)
  expect(placeAtPointer(index, pointer)).toEqual(place)
  expect(placeName(index, place, rowName)).toBe(name)
})

test.each(['nothing', 'KSTT-06a/G02-CT23/nothing', 'NARR/IX', ''])('%j is no place', text => {
  expect(placeOf(index, text)).toBeUndefined()
})

test('a pointer deeper into a value means its place, one to anything else means none', () => {
  const at = (pointer: string) => placeAtPointer(index, pointer)
  expect(at('#/figures/dossiers_resolved/why')).toEqual({
    form: 'CCHC-3',
    row: 'dossiers_resolved',
  })
  for (const pointer of [
    '#/window',
    '#/figures',
    '#/figures/nope',
    '#/tables/KSTT-06a/G02-CT23',
    '#/narrative/XX',
    '',
  ])
    expect(at(pointer), pointer).toBeUndefined()
})
