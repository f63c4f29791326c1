/** Several years, figures of years before the system. Rows of the table in `../operations.ts`. */
import type { Operations } from '../operation.ts'

export const years: Operations = {
  'GET /api/v1/past-years': {
    id: 'pastYears',
    tag: 'years',
    action: 'past-year.read',
    does: 'Số liệu các năm trước khi có phần mềm, bản mới nhất của từng năm',
    answers: { 200: { of: 'PastYears', says: 'Các năm đã nhập, năm đầu trước' } },
  },
  'PUT /api/v1/past-years/:year': {
    id: 'writePastYear',
    tag: 'years',
    action: 'past-year.write',
    does: 'Ghi số liệu một năm trước kèm văn bản nguồn; không có số nào là rút bản đang có',
    body: 'PastYearWriting',
    answers: {
      200: { of: 'PastYear', says: 'Đã ghi như vậy từ trước' },
      201: { of: 'PastYear', says: 'Bản vừa ghi' },
    },
    refuses: ['not-found', 'invalid-figures', 'year-in-system', 'entry-stale'],
  },
  'GET /api/v1/past-years/sheet.xlsx': {
    id: 'pastYearsSheet',
    tag: 'years',
    action: 'past-year.read',
    does: 'Bảng tính để điền số liệu các năm trước, mỗi năm một cột',
    query: ['from', 'to'],
    answers: { 200: { of: 'workbook', says: 'Bảng tính' } },
    refuses: ['malformed', 'not-found', 'no-years'],
  },
  'POST /api/v1/past-years/workbook': {
    id: 'readPastYears',
    tag: 'years',
    action: 'past-year.write',
    does: 'Đọc tệp số liệu các năm trước đã điền: số đọc được, những chỗ sai theo trang, dòng, cột; không ghi nhận gì',
    file: 'Tệp .xlsx tải bằng GET …/past-years/sheet.xlsx, đã điền; tối đa 5 MB.',
    answers: { 200: { of: 'PastYearsReading', says: 'Nội dung đọc được' } },
    refuses: ['not-found'],
  },
  'GET /api/v1/retrospective': {
    id: 'retrospective',
    tag: 'years',
    action: 'retrospective.read',
    does: 'Tổng kết nhiều năm: số từng năm, tăng giảm so với năm gốc, năm tốt nhất và kém nhất',
    query: ['from', 'to', 'base'],
    answers: { 200: { of: 'Retrospective', says: 'Bản tổng kết', tagged: true } },
    refuses: ['malformed', 'not-found', 'no-years'],
  },
  'GET /api/v1/retrospective.xlsx': {
    id: 'retrospectiveWorkbook',
    tag: 'years',
    action: 'retrospective.download',
    does: 'Số liệu tổng kết nhiều năm dạng bảng tính, có biểu đồ',
    query: ['from', 'to', 'base'],
    answers: { 200: { of: 'workbook', says: 'Bảng tính', tagged: true } },
    refuses: ['malformed', 'not-found', 'no-years'],
  },
  'GET /api/v1/retrospective.docx': {
    id: 'retrospectiveReport',
    tag: 'years',
    action: 'retrospective.download',
    does: 'Báo cáo tổng kết nhiều năm để bổ sung và ký, dạng văn bản Word',
    query: ['from', 'to', 'base'],
    answers: { 200: { of: 'document', says: 'Văn bản', tagged: true } },
    refuses: ['malformed', 'not-found', 'no-years'],
  },
}
