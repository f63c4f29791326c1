/** Refusals of what was asked over periods and over agencies, each with the limit, what comes nearest and how to go on. */
import { periodName } from '../../shared/period.ts'

export const sayOfSeries = {
  seriesNeeds: () =>
    'Địa chỉ cần đủ ba phần: indicators (khóa các chỉ tiêu, cách nhau bằng dấu phẩy), from và to (kỳ đầu, kỳ cuối). Ví dụ: ?indicators=dossiers_resolved&from=2025-M01&to=2025-M12.',
  seriesKinds: (from: string, to: string) =>
    `Kỳ đầu ${periodName(from)} và kỳ cuối ${periodName(to)} không cùng loại nên không xếp thành một dãy. Ghi hai kỳ cùng là tháng, quý, 6 tháng, 9 tháng hoặc năm.`,
  seriesOrder: (from: string, to: string) =>
    `Kỳ đầu ${periodName(from)} đứng sau kỳ cuối ${periodName(to)}. Đổi chỗ from và to rồi gửi lại.`,
  seriesTooLong: (asked: number, most: number, [last, next]: readonly [string, string]) =>
    `Từ kỳ đầu đến kỳ cuối có ${asked} kỳ; với loại kỳ này một lần lấy nhiều nhất ${most} kỳ. Lần đầu lấy đến to=${last}, lần sau lấy từ from=${next}, cứ thế đến hết.`,
  seriesTooMany: (asked: number, most: number, [last, next]: readonly [string, string]) =>
    `Địa chỉ hỏi ${asked} chỉ tiêu; một lần lấy nhiều nhất ${most}. Lần đầu lấy đến “${last.slice(0, 80)}”, lần sau lấy từ “${next.slice(0, 80)}”.`,
  seriesUnknown: (indicator: string, near: readonly string[]) =>
    near.length > 0
      ? `Danh mục biểu mẫu không có chỉ tiêu “${indicator.slice(0, 80)}”; gần nhất là ${near.join(', ')}. Ghi đúng khóa của chỉ tiêu, BIỂU.cột cho dòng Tổng số của một bảng, hoặc BIỂU.dòng.cột cho một ô.`
      : `Danh mục biểu mẫu không có chỉ tiêu “${indicator.slice(0, 80)}”. Ghi đúng khóa của chỉ tiêu, BIỂU.cột cho dòng Tổng số của một bảng, hoặc BIỂU.dòng.cột cho một ô; danh mục lấy tại /api/v1/catalogue.`,
  seriesUnit: (unit: string, near: readonly string[]) =>
    unit === ''
      ? `Phần units để trống. Ghi khóa các đơn vị cách nhau bằng dấu phẩy, ví dụ ${near.join(', ')}; ghi * để lấy mọi đơn vị, hoặc bỏ units để chỉ lấy số của cơ quan.`
      : `Cơ quan không có đơn vị “${unit.slice(0, 80)}”; gần nhất là ${near.join(', ')}. Ghi đúng khóa của đơn vị, hoặc ghi units=* để lấy mọi đơn vị.`,
  seriesLimit: (limit: string, most: number) =>
    `Phần limit là “${limit.slice(0, 20)}”; phải là số nguyên từ 1 đến ${most}. Sửa lại, hoặc bỏ limit để lấy ${most} dòng một lần.`,
  seriesAfter: (after: string, lines: number) =>
    `Phần after là “${after.slice(0, 20)}”; dãy này có ${lines} dòng nên phải là số nguyên từ 0 đến ${lines - 1}. Ghi lại số next của lần lấy trước, hoặc bỏ after để lấy từ đầu.`,

  // ------------------------------------------------------------ several agencies, and what changed
  agencyNotCovered: (agency: string, covered: readonly string[], near: readonly string[]) =>
    `Mã truy cập này không đọc được số liệu của cơ quan “${agency.slice(0, 40)}”${near.length > 0 ? `; gần nhất là ${near.join(', ')}` : ''}; mã này đọc được ${covered.join(', ')}. Ghi đúng mã cơ quan trong phần agencies, hoặc xin quản trị cấp thêm quyền.`,
  agenciesEmpty: (covered: readonly string[]) =>
    `Phần agencies trong địa chỉ chưa ghi cơ quan nào. Ghi mã các cơ quan, cách nhau bằng dấu phẩy (${covered.join(', ')}), hoặc bỏ hẳn phần agencies để lấy tất cả.`,
  severalAgencies: () => 'Các cơ quan trong phạm vi của mã truy cập',
  provinceSeriesTooWide: (
    read: number,
    most: number,
    [last, next]: readonly [string, string] | readonly [],
  ) =>
    `Dãy số này phải tổng hợp ${read} lượt kỳ của các cơ quan; một lần nhiều nhất ${most} lượt. ${last === undefined ? 'Hỏi ít cơ quan hơn bằng phần agencies trong địa chỉ.' : `Lần đầu lấy đến to=${last}, lần sau lấy từ from=${next}, cứ thế đến hết; hoặc hỏi ít cơ quan hơn bằng phần agencies trong địa chỉ.`}`,
  agenciesTooMany: (asked: number, most: number) =>
    `Địa chỉ hỏi số liệu của ${asked} cơ quan; một lần lấy nhiều nhất ${most}. Chia thành nhiều lần bằng phần agencies trong địa chỉ.`,
  periodNotOpenedByAny: (period: string, near: readonly string[]) =>
    near.length > 0
      ? `Chưa cơ quan nào trong phạm vi mở ${periodName(period)}. Các kỳ gần nhất đã mở: ${near.join(', ')}. Chọn một trong các kỳ ấy.`
      : `Chưa cơ quan nào trong phạm vi mở ${periodName(period)}. Xem kỳ mới nhất của từng cơ quan tại /api/v1/agencies rồi chọn kỳ khác.`,
  changesAfter: (after: string, last: number) =>
    `Phần after là “${after.slice(0, 20)}”; phải là số thứ tự một mục đã có, từ 0 đến ${last}. Ghi lại số next của lần lấy trước, hoặc bỏ after để lấy từ đầu.`,
  changesLimit: (limit: string, most: number) =>
    `Phần limit là “${limit.slice(0, 20)}”; phải là số nguyên từ 1 đến ${most}. Sửa lại, hoặc bỏ limit để lấy 100 thay đổi một lần.`,
} as const
