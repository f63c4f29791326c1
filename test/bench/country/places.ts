/**
 * The country as it is counted here: 34 provinces (Nghị quyết 202/2025/QH15), in each 15 agencies of 12 units, of which one
 * is the office, one the inspectorate, one a service centre, and nine handle dossiers. Keys are the same on every machine.
 */
import type { Agency } from '../../../shared/agency.ts'

export const country = { provinces: 34, agencies: 15, units: 12, periods: 17, years: 10 } as const

/** What the agencies of a province are called (Nghị định 150/2025/NĐ-CP names the departments). */
const agencyNames = [
  'Sở Công Thương', 'Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp', 'Sở Xây dựng',
  'Sở Nông nghiệp và Môi trường', 'Sở Khoa học và Công nghệ', 'Sở Y tế', 'Sở Giáo dục và Đào tạo',
  'Sở Văn hóa, Thể thao và Du lịch', 'Sở Dân tộc và Tôn giáo', 'Sở Ngoại vụ', 'Thanh tra tỉnh',
  'Văn phòng UBND tỉnh', 'Ban Quản lý các khu công nghiệp',
] // biome-ignore format: a table

/** Invented: what units of any agency receive dossiers for. The codes are those of `years.ts`. */
const fieldNames = [
  ...[
    'Cấp giấy phép',
    'Chứng nhận đủ điều kiện',
    'Đăng ký hoạt động',
    'Xác nhận nội dung quảng cáo',
  ],
  ...['Thẩm định hồ sơ', 'Công bố hợp quy', 'Thông báo khuyến mại', 'Cấp lại, sửa đổi, bổ sung'],
]
/** The most fields a unit of `years.ts` has. */
const fieldCodes = fieldNames.map((_, i) => `G02-CT${10 + i}`)

const unitKeys = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `don_vi_${i + 1}`)

/** @param number from 1; beyond the fifteenth the names begin again, with a number behind */
export function agencyOf(number: number, unitCount: number): Agency {
  const name = agencyNames[(number - 1) % agencyNames.length] ?? ''
  const round = Math.floor((number - 1) / agencyNames.length)
  const keys = unitKeys(unitCount)
  const [office = '', legal = office] = keys
  const centre = keys.at(-1) ?? office
  const dossiers = unitCount > 3 ? keys.slice(2, -1) : keys
  const nameOf = (key: string, i: number) =>
    key === office
      ? ['Văn phòng', 'VP']
      : key === legal && unitCount > 3
        ? ['Thanh tra – Pháp chế', 'TT – PC']
        : key === centre && unitCount > 3
          ? ['Trung tâm Dịch vụ công', 'TT DVC']
          : [`Phòng Nghiệp vụ ${i - (unitCount > 3 ? 1 : 0)}`, `P. NV ${i - 1}`]
  return {
    key: `so-${number}`,
    name: round === 0 ? name : `${name} (${round + 1})`,
    superior: 'UBND tỉnh',
    place: 'Tỉnh mẫu',
    units: keys.map((key, i) => {
      const [full = key, short = key] = nameOf(key, i)
      const kind = key === office ? 'office' : 'division'
      return { key, name: full, short, kind, fields: dossiers.includes(key) ? fieldCodes : [] }
    }),
    roles: {
      ...{ office: [office], legal: [legal], service_centre: [centre], control: [office] },
      ...{ dossiers, all: keys },
    },
    fields: fieldCodes.map((code, i) => ({ code, name: fieldNames[i] ?? code, procedures: 6 })),
    tasks: [],
  }
}
