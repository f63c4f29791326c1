/** What the province's own system reads: the agencies of a code, their totals, what changed. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

export const province: Operations = {
  'GET /api/v1/agencies': {
    id: 'agencies',
    tag: 'province',
    action: 'agency.list',
    does: 'Các cơ quan mã truy cập được đọc, kèm đơn vị, lĩnh vực và kỳ mới nhất của từng cơ quan',
    answers: { 200: { of: 'Agencies', says: 'Các cơ quan', tagged: true } },
  },
  'GET /api/v1/province/periods/:period': {
    id: 'province',
    tag: 'province',
    action: 'province.read',
    does: 'Tổng của các cơ quan trong một kỳ: cộng những gì cộng được, tỷ lệ tính lại từ các tổng, mỗi số kèm bao nhiêu cơ quan đã đủ số và phần của từng cơ quan',
    query: ['agencies', 'format', 'headers'],
    answers: {
      200: { of: 'Province', says: 'Tổng của các cơ quan', tagged: true, formats: true },
    },
    refuses: ['malformed', 'not-found'],
  },
  'GET /api/v1/province/series': {
    id: 'provinceSeries',
    tag: 'province',
    action: 'province.read',
    does: 'Một số chỉ tiêu qua các kỳ cùng loại: dòng tổng của các cơ quan trước, rồi từng cơ quan',
    query: ['indicators', 'from', 'to', 'agencies', 'limit', 'after', 'format', 'headers'],
    answers: { 200: { of: 'Series', says: 'Số liệu qua các kỳ', tagged: true, formats: true } },
    refuses: ['malformed', 'not-found'],
  },
  'GET /api/v1/changes': {
    id: 'changes',
    tag: 'province',
    action: 'change.list',
    does: 'Những gì đã xảy ra với số liệu của cơ quan kể từ lần lấy trước: mở kỳ, nộp, duyệt, trả lại, điều chỉnh, khóa',
    query: ['after', 'limit'],
    answers: { 200: { of: 'Changes', says: 'Các thay đổi', tagged: true } },
    refuses: ['malformed'],
  },
}
