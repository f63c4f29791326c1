/** Every Vietnamese sentence about inspection rounds that does not stand on paper: what to mend, and what was counted. */
import { printNumber } from '../figure.ts'
import { printDate, type Window } from '../period.ts'

const count = (n: number): string => printNumber(n)
const quoted = (text: string): string => `“${text.slice(0, 60)}”`

export const inspectionWords = {
  faults: {
    noTitle: () =>
      'Đợt kiểm tra chưa có tên. Ghi tên đợt, ví dụ “Kiểm tra công tác CCHC năm 2025”.',
    noBasis: () =>
      'Đợt kiểm tra chưa ghi căn cứ. Ghi số, ngày của kế hoạch hoặc quyết định kiểm tra, ví dụ “Kế hoạch số 12/KH-SCT ngày 05/02/2025”.',
    noTeam: () =>
      'Đợt kiểm tra chưa có đoàn kiểm tra. Thêm ít nhất một thành viên, ghi họ tên, chức vụ và nhiệm vụ.',
    namelessMember: (line: number) =>
      `Đoàn kiểm tra, dòng ${line}: chưa ghi họ tên. Ghi họ tên, hoặc bỏ dòng này.`,
    noUnits: () =>
      'Đợt kiểm tra chưa chọn phòng, đơn vị nào. Chọn ít nhất một đơn vị trong danh sách.',
    unknownUnit: (line: number, unit: string) =>
      `Danh sách đơn vị, dòng ${line}: Sở không có đơn vị mang mã ${quoted(unit)}. Chọn lại đơn vị ở dòng này.`,
    unitTwice: (line: number, name: string, before: number) =>
      `Danh sách đơn vị, dòng ${line}: ${name} đã có ở dòng ${before}. Giữ lại một dòng.`,
    windowReversed: ({ from, to }: Window) =>
      `Thời kỳ kiểm tra bắt đầu ${printDate(from)} lại sau ngày kết thúc ${printDate(to)}. Sửa hai ngày này.`,
    backToDraft: () =>
      'Đợt kiểm tra đã gửi cho các đơn vị nên không đưa về dự thảo được. Giữ trạng thái đang mở, hoặc kết thúc đợt.',
    unitHasSpoken: (name: string) =>
      `${name} đã tự báo cáo hoặc đã có vấn đề được ghi trong đợt này nên không bỏ khỏi danh sách được. Thêm lại đơn vị này.`,

    notInRound: (unit: string) =>
      `Đợt kiểm tra không có đơn vị mang mã ${quoted(unit)}. Chọn một đơn vị trong danh sách của đợt.`,
    unknownItem: (code: string) =>
      `Đề cương không có mục ${quoted(code)}. Tải lại đợt kiểm tra rồi ghi lại vào mục có sẵn.`,
    noFigure: (item: string) =>
      `Mục ${item}: mục này không có số liệu. Bỏ con số, ghi nội dung bằng lời.`,
    notACount: (item: string, printed: string) =>
      `Mục ${item}: ${printed} không phải số đếm. Ghi số nguyên từ 0 trở lên; không có thì ghi “Không phát sinh”.`,
    tooGreat: (item: string, printed: string, limit: number) =>
      `Mục ${item}: ${printed} lớn hơn ${count(limit)}. Kiểm tra và ghi lại số này.`,
    partOverWhole: (part: string, value: number, whole: string, of: number) =>
      `Mục ${part} ghi ${count(value)}, lớn hơn ${count(of)} ở mục ${whole} là số gồm cả mục này. Sửa một trong hai số.`,

    noProblem: () =>
      'Chưa ghi vấn đề phát hiện. Mô tả ngắn gọn vấn đề, nêu hồ sơ hoặc văn bản cụ thể.',
    resolvedInFuture: (day: string) =>
      `Ngày xử lý xong ${printDate(day)} chưa đến. Ghi ngày đã xử lý xong, hoặc để trống khi chưa xong.`,
    resolvedBeforeVisit: (day: string, visit: string) =>
      `Ngày xử lý xong ${printDate(day)} lại trước ngày kiểm tra ${printDate(visit)}. Sửa ngày xử lý xong.`,
    noResolution: () =>
      'Đã ghi ngày xử lý xong nhưng chưa ghi xử lý thế nào. Ghi kết quả kèm số, ngày văn bản.',
    resolutionWithoutDay: () =>
      'Đã ghi kết quả xử lý nhưng chưa ghi ngày xử lý xong. Ghi ngày, hoặc bỏ kết quả khi chưa xong.',
  },

  /** what a proposed figure was counted from */
  proposals: {
    unitsTotal: (units: number) =>
      `${count(units)} phòng, đơn vị có trong danh sách đơn vị của Sở.`,
    unitsInspected: (units: number, from: string, to: string) =>
      `${count(units)} phòng, đơn vị khác nhau có ngày kiểm tra từ ${printDate(from)} đến ${printDate(to)} trong các đợt đang mở hoặc đã kết thúc; lũy kế trong năm, mỗi đơn vị tính một lần.`,
    issuesFound: (found: number, { from, to }: Window) =>
      `${found === 0 ? 'Không có' : count(found)} vấn đề phát hiện từ ${printDate(from)} đến ${printDate(to)}, tính theo ngày kiểm tra đơn vị (vấn đề ghi trước ngày ấy hoặc chưa có ngày kiểm tra thì theo ngày ghi).`,
    issuesResolved: (resolved: number, found: number, to: string, earlier: number) =>
      `${found === 0 ? 'Không có vấn đề phát hiện trong kỳ nên không có số đã xử lý' : `${count(resolved)}/${count(found)} vấn đề phát hiện trong kỳ đã xử lý xong đến hết ${printDate(to)}`}.${
        earlier === 0
          ? ''
          : ` Ngoài ra, ${count(earlier)} vấn đề phát hiện trước kỳ này được xử lý xong trong kỳ; không cộng vào đây vì đã thuộc kỳ phát hiện.`
      }`,
  },
} as const
