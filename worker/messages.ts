/**
 * Every sentence the worker says about a request: where, what is, what follows, what to do. Sentences about figures that
 * break a rule are in `shared/rules/messages.ts`. None repeats a secret, and none says only that something is invalid.
 */
import { periodName, printDate, printInstant } from '../shared/period.ts'
import type { Role } from '../shared/protocol.ts'
import { sayOfDatabases } from './messages/databases.ts'
import { sayOfFigures } from './messages/figures.ts'
import { sayOfSeries } from './messages/series.ts'

export const roleNames: Record<Role, string> = {
  unit: 'đơn vị',
  clerk: 'Văn phòng',
  dashboard: 'hệ thống tổng hợp của tỉnh',
  admin: 'quản trị',
}

/** What is wrong with the shape of a value, by the schema's own name for it. */
const shapes: Record<string, string> = {
  invalid_type: 'thiếu hoặc không đúng kiểu giá trị',
  unrecognized_keys: 'có tên trường không có trong giao thức',
  too_small: 'còn để trống hoặc quá ngắn',
  too_big: 'quá dài',
  invalid_format: 'không đúng định dạng',
  invalid_union: 'không đúng kiểu giá trị',
  invalid_value: 'không thuộc các giá trị được nhận',
}

const agencyList = (agencies: readonly { agency: string; name: string }[]): string =>
  agencies.map(({ agency, name }) => `${agency} (${name})`).join(', ')

export const say = {
  // ------------------------------------------------------------ the request
  notReadable: () =>
    'Nội dung gửi lên không đọc được thành JSON. Kiểm tra phần mềm gửi rồi gửi lại; số liệu trên máy không bị mất.',
  reservedName: () =>
    'Nội dung gửi lên có tên trường “__proto__” không được dùng. Bỏ trường này rồi gửi lại.',
  repeatedName: (path: readonly string[]) =>
    `Trường “${path.join('.').slice(0, 120)}” được ghi hai lần trong cùng một đối tượng nên không rõ lấy giá trị nào. Giữ một lần rồi gửi lại.`,
  halfCharacter: (path: readonly string[]) =>
    `Trường “${path.join('.').slice(0, 120)}” có ký tự bị cắt đôi (mã Unicode lẻ) nên không lưu được nguyên vẹn. Ghi lại chữ ở trường này rồi gửi lại.`,
  tooDeep: () =>
    'Nội dung gửi lên có quá nhiều lớp ngoặc lồng nhau, không bản nộp nào cần đến. Kiểm tra phần mềm gửi rồi gửi lại.',
  unknownField: (name: string) =>
    `Giao thức không có trường “${name.slice(0, 60)}”. Bỏ trường này hoặc ghi đúng tên trường rồi gửi lại.`,
  notARevision: (name: 'basedOn' | 'revision') =>
    name === 'basedOn'
      ? 'Trường “basedOn” phải là số thứ tự của bản đang sửa (1, 2, 3 …), hoặc null khi nộp bản đầu tiên. Ghi đúng số bản rồi gửi lại.'
      : 'Trường “revision” phải là số thứ tự của một bản đã nộp (1, 2, 3 …). Chọn bản cần duyệt rồi gửi lại.',
  notJson: () =>
    'Máy chủ chỉ nhận JSON, nội dung gửi lên lại mang kiểu khác. Đặt Content-Type là application/json rồi gửi lại.',
  tooLarge: (kilobytes: number) =>
    `Nội dung gửi lên vượt ${kilobytes} KB. Rút gọn phần lời văn, không dán hình ảnh hoặc toàn văn tài liệu, rồi gửi lại.`,
  misshapenBody: (count: number) =>
    `Nội dung gửi lên có ${count} chỗ không đúng giao thức nên chưa được xử lý. Xem từng chỗ trong danh sách kèm theo, sửa rồi gửi lại.`,
  misshapen: (path: readonly PropertyKey[], code: string) =>
    `Trường “${path.map(String).join('.') || 'toàn bộ nội dung'}” ${shapes[code] ?? 'không đúng giao thức'}. Sửa trường này rồi gửi lại.`,
  noSuchAddress: (near: readonly string[] = []) =>
    near.length > 0
      ? `Địa chỉ này không có trên máy chủ; gần nhất là ${near.join(', ')}. Sửa lại đường dẫn; mọi địa chỉ có ở /docs.html.`
      : 'Địa chỉ này không có trên máy chủ. Kiểm tra lại đường dẫn; mọi địa chỉ có ở /docs.html.',
  methodNotAllowed: (allowed: readonly string[]) =>
    `Địa chỉ này chỉ nhận ${allowed.join(', ')}. Dùng đúng thao tác rồi gửi lại.`,
  internal: (id: string) =>
    `Máy chủ gặp lỗi ngoài dự kiến nên chưa xác nhận được yêu cầu này. Gửi lại sau ít phút, gửi lại không bị ghi hai lần; nếu còn lỗi, báo Văn phòng mã ${id}.`,
  tryAgain: () =>
    'Máy chủ đang bận hoặc chưa ghi được vào nơi lưu trữ nên chưa xác nhận được yêu cầu này. Số liệu còn nguyên trên máy này; gửi lại sau ít giây, gửi lại không bị ghi hai lần. Nếu vài phút vẫn vậy, báo Văn phòng.',

  // ------------------------------------------------------------ what is asked for
  queryTwice: (name: string, times: number) =>
    `Phần “${name.slice(0, 40)}” được ghi ${times} lần trong địa chỉ nên không rõ lấy lần nào. Ghi một lần; nhiều giá trị thì cách nhau bằng dấu phẩy.`,
  unknownQuery: (name: string, near: readonly string[], known: readonly string[]) =>
    near.length > 0
      ? `Địa chỉ này không có phần “${name.slice(0, 40)}”; gần nhất là ${near.join(', ')}. Ghi đúng tên, hoặc bỏ phần này; có thể dùng ${known.join(', ')}.`
      : `Địa chỉ này không có phần “${name.slice(0, 40)}”; có thể dùng ${known.join(', ')}. Ghi đúng tên, hoặc bỏ phần này.`,
  periodsYear: (name: 'from' | 'to', text: string) =>
    `Phần ${name} là “${text.slice(0, 20)}”; phải là một năm gồm bốn chữ số, từ 2000, ví dụ ${name}=2025. Ghi lại năm, hoặc bỏ ${name} để lấy các kỳ của ba năm mới nhất.`,
  periodsYears: (from: number, to: number) =>
    `Năm đầu ${from} sau năm cuối ${to}. Đổi chỗ from và to rồi gửi lại.`,

  // ------------------------------------------------------------ who is asking
  signIn: () =>
    'Chưa đăng nhập hoặc phiên làm việc đã hết hạn. Nhập lại mã truy cập do Văn phòng cấp.',
  wrongCode: () => 'Mã truy cập không đúng hoặc đã bị thu hồi. Xin mã mới tại Văn phòng Sở.',
  roleMayNot: (role: Role, allowed: readonly Role[]) =>
    `Mã truy cập này thuộc vai trò ${roleNames[role]}; thao tác này dành cho ${allowed.map(one => roleNames[one]).join(', ')}. Đăng nhập bằng mã phù hợp.`,
  signOnOff: () =>
    'Máy chủ này chưa bật đăng nhập một lần. Đăng nhập bằng mã truy cập do Văn phòng cấp.',
  otherAgency: (agency: string, covered: readonly { agency: string; name: string }[]) =>
    agency.trim() === ''
      ? `Phần agency trong địa chỉ để trống. Ghi mã cơ quan (${agencyList(covered)}), hoặc bỏ hẳn phần này.`
      : `Mã truy cập này không được đọc số liệu của cơ quan “${agency.slice(0, 40)}”; mã này đọc được ${agencyList(covered)}. Ghi đúng mã cơ quan, hoặc xin quản trị cấp thêm quyền.`,
  agencyNeeded: (agencies: readonly { agency: string; name: string }[]) =>
    `Mã truy cập này đọc được ${agencies.length} cơ quan: ${agencyList(agencies)}. Thêm ?agency=<mã cơ quan> vào địa chỉ rồi gửi lại.`,
  signInsTooMany: () =>
    'Máy này đã đăng nhập quá nhiều lần trong một phút nên lần này chưa được xét. Chờ một phút rồi nhập lại mã truy cập.',
  checksTooMany: () =>
    'Từ máy này đã tra quá nhiều mã kiểm chứng trong một phút nên mã này chưa được tra. Chờ một phút rồi tra lại.',
  notACheckCode: (typed: string) =>
    `“${typed.slice(0, 40)}” không phải mã kiểm chứng. Mã gồm 10 chữ số và chữ cái in trên trang bìa và cuối mỗi trang của phụ lục, như K7M2Q-9XB4T; xem lại rồi nhập đủ.`,
  noSuchCheckCode: (code: string) =>
    `Hệ thống chưa phát hành số liệu nào mang mã ${code}. So lại từng ký tự với bản giấy; nếu vẫn không có, bản giấy ấy không lấy từ hệ thống này hoặc đã bị sửa, hãy hỏi cơ quan lập báo cáo.`,
  writesTooMany: () =>
    'Phiên làm việc này gửi quá nhiều yêu cầu trong một phút nên yêu cầu này chưa được ghi nhận. Số liệu còn nguyên trên máy; chờ một phút rồi gửi lại.',
  otherUnit: () =>
    'Mã truy cập này chỉ dùng cho số liệu của đơn vị được cấp mã, không dùng cho đơn vị khác. Mở biểu của đơn vị mình.',

  // ------------------------------------------------------------ rights, as an administrator gives them
  noSuchAccess: (agency: string, id: string) =>
    `Cơ quan ${agency} không có mã truy cập nào bắt đầu bằng “${id.slice(0, 64)}”. Xem cột mã ngắn trong danh sách mã truy cập.`,
  severalAccesses: (id: string, count: number) =>
    `Có ${count} mã truy cập bắt đầu bằng “${id.slice(0, 64)}” nên chưa làm gì. Ghi thêm ký tự của mã ngắn.`,
  alreadyRevoked: (name: string, at: string) =>
    `Mã truy cập của ${name} đã bị thu hồi ${printInstant(at)}. Không cần làm gì thêm; cần dùng lại thì cấp mã mới.`,
  onlyDashboards: (name: string) =>
    `Mã truy cập của ${name} không thuộc vai trò ${roleNames.dashboard} nên chỉ dùng cho một cơ quan. Chọn mã của ${roleNames.dashboard}.`,
  noSuchAgency: (agency: string) =>
    `Chưa có cơ quan mang mã “${agency.slice(0, 40)}”. Nhập cơ quan này trước, hoặc sửa mã.`,
  nothingToWiden: (name: string) =>
    `Mã truy cập của ${name} đã đọc được mọi cơ quan nêu trên. Không cần làm gì thêm.`,
  identityTaken: (name: string) =>
    `Tài khoản này đã được cấp quyền với tên ${name}. Thu hồi quyền cũ trước khi cấp quyền mới.`,

  // ------------------------------------------------------------ periods
  notAPeriod: (key: string, near: readonly string[] = []) =>
    `“${key.slice(0, 20)}” không phải kỳ báo cáo${near.length > 0 ? `; gần nhất là ${near.join(', ')}` : ''}. Viết như 2025-M04 (tháng), 2025-Q1 (quý), 2025-6M, 2025-9M hoặc 2025-Y (năm).`,
  periodNotOpened: (period: string, near: readonly string[] = []) =>
    near.length > 0
      ? `${periodName(period)} chưa được mở. Các kỳ gần nhất đã mở: ${near.join(', ')}. Chọn một trong các kỳ ấy, hoặc chờ Văn phòng mở kỳ.`
      : `${periodName(period)} chưa được mở. Chờ Văn phòng mở kỳ, hoặc chọn kỳ khác.`,
  periodExists: (period: string) =>
    `${periodName(period)} đã được mở trước đó. Chọn kỳ này trong danh sách thay vì mở lại.`,
  windowReversed: (from: string, to: string) =>
    `Thời gian chốt số liệu bắt đầu ${printDate(from)} lại sau ngày kết thúc ${printDate(to)}. Sửa hai ngày này rồi gửi lại.`,
  noCatalogue: (date: string) =>
    `Chưa có danh mục biểu mẫu nào áp dụng cho ngày ${printDate(date)}. Nhập danh mục trước khi mở kỳ.`,
  noteNeeded: () => 'Mở lại một kỳ đã khóa cần ghi lý do. Ghi lý do vào phần ghi chú rồi gửi lại.',
  periodLocked: (period: string) =>
    `${periodName(period)} đã khóa nên không nhận thêm bản nộp; số liệu trên máy vẫn còn. Đề nghị Văn phòng mở lại kỳ nếu cần sửa.`,
  catalogueOutdated: (sent: string, wanted: string, period: string) =>
    `Số liệu lập theo danh mục ${sent}, trong khi ${periodName(period)} dùng danh mục ${wanted}. Tải lại biểu, số liệu đã điền được giữ theo từng chỉ tiêu, rồi nộp lại.`,
  unknownUnit: (unit: string) =>
    `Sở không có đơn vị mang mã “${unit.slice(0, 40)}”. Chọn đơn vị trong danh sách.`,

  notAYear: (year: string) => `“${year.slice(0, 20)}” không phải một năm. Viết như 2026.`,
  otherYear: (day: string, year: string) =>
    `Ngày ${printDate(day)} không thuộc năm ${year}. Ghi vào danh sách ngày nghỉ của đúng năm.`,
  dayTwice: (day: string) =>
    `Ngày ${printDate(day)} ghi hai lần trong danh sách ngày nghỉ. Giữ lại một dòng.`,
  nothingToChange: () =>
    'Không có gì để đổi: ghi trạng thái kỳ (mở hoặc khóa) hoặc hạn nộp mới rồi gửi lại.',
  lockedChange: (period: string) =>
    `${periodName(period)} đã khóa nên không đổi được hạn nộp. Mở lại kỳ kèm lý do rồi đổi.`,

  // ------------------------------------------------------------ review and adjustment by the office
  returnNeedsNote: () =>
    'Trả lại một bản nộp cần ghi rõ chỗ phải sửa để đơn vị biết việc. Ghi vào phần ghi chú rồi gửi lại.',
  questionedAccepted: () =>
    'Đã duyệt thì không đánh dấu số cần xem lại. Bỏ các dấu, hoặc trả lại kèm ý kiến.',
  notAPlace: (text: string) =>
    `“${text.slice(0, 120)}” không phải một ô trong biểu, hoặc đã được đánh dấu rồi. Chọn lại ô cần đơn vị xem lại.`,
  reviewLocked: (period: string) =>
    `${periodName(period)} đã khóa nên không duyệt, trả lại hay điều chỉnh được nữa. Mở lại kỳ kèm lý do nếu cần.`,
  nothingToReview: (unit: string) =>
    `Đơn vị “${unit.slice(0, 40)}” chưa nộp bản nào trong kỳ nên chưa có gì để duyệt. Xem danh sách đơn vị đã nộp.`,
  reviewStale: (
    revision: number,
    newest: { revision: number; receivedAt: string; preparedBy: string },
  ) =>
    `Đang duyệt bản ${revision}, nhưng bản mới nhất là bản ${newest.revision} do ${newest.preparedBy} lập, nhận ${printInstant(newest.receivedAt)}. Mở bản ${newest.revision} để xem rồi quyết định.`,
  notAdjustable: (place: string) =>
    `“${place.slice(0, 120)}” không phải ô số liệu do đơn vị nhập nên không điều chỉnh được. Ô tính thì điều chỉnh số thành phần; lời văn thì trả lại cho đơn vị sửa.`,
  adjustedBelowZero: (where: string, base: string, value: string) =>
    `${where}: ${base} điều chỉnh ${value} thành số âm. Ghi lại giá trị điều chỉnh.`,
  nothingToWithdraw: (where: string) =>
    `${where}: không có điều chỉnh nào đang dùng để rút. Xem danh sách điều chỉnh của kỳ.`,
  adjustmentTaken: () => 'Mã điều chỉnh này đã dùng cho một nội dung khác. Tạo mã mới rồi gửi lại.',
  notAnAdjustmentId: () =>
    'Mã điều chỉnh phải là một UUID do phần mềm tạo. Tạo mã mới rồi gửi lại.',
  unknownHeading: (section: string) =>
    `Báo cáo của kỳ này không có mục “${section.slice(0, 40)}”. Chọn một mục trong dàn ý của báo cáo.`,
  sectionStale: (title: string, by: string, at: string, isWithdrawn: boolean) =>
    `Mục “${title}” đã được ${by} ${isWithdrawn ? 'bỏ bản sửa' : 'sửa'} ${printInstant(at)}, sau khi mục này được mở ở đây. Tải lại mục để xem bản mới rồi sửa tiếp; chữ đang viết chưa mất.`,
  // ------------------------------------------------------------ reform plans
  notAPlanYear: (text: string) =>
    `“${text.slice(0, 20)}” không phải năm của kế hoạch. Ghi một năm từ 2000 đến 2100.`,
  planOfOtherYear: (told: number, asked: number) =>
    `Kế hoạch ghi bắt đầu từ năm ${told}, địa chỉ gửi lại là năm ${asked}. Gửi vào năm ${told}.`,
  planFault: (says: string) => `Kế hoạch: ${says}`,
  planFaultAt: (list: 'tasks' | 'targets', code: string, says: string) =>
    `${list === 'tasks' ? 'Nhiệm vụ' : 'Chỉ tiêu'} “${code.slice(0, 20)}”: ${says}`,
  invalidPlan: (count: number) =>
    `Kế hoạch có ${count} chỗ chưa ghi đúng nên chưa được lưu. Sửa từng chỗ theo danh sách rồi lưu lại.`,
  planStale: (
    year: number,
    basedOn: number,
    latest: { number: number; writtenBy: string; writtenAt: string } | undefined,
  ) =>
    latest
      ? `Kế hoạch năm ${year} đã có bản ${latest.number} do ${latest.writtenBy} lưu ${printInstant(latest.writtenAt)}; bản đang gửi sửa từ bản ${basedOn}. Mở bản ${latest.number} để so sánh rồi lưu lại; nội dung đang soạn chưa mất.`
      : `Kế hoạch năm ${year} chưa có bản nào, bản đang gửi lại sửa từ bản ${basedOn}. Lưu lại như bản đầu tiên.`,
  formerTask: (form: string, code: string) =>
    `${form}: nhiệm vụ ${code} không còn trong kế hoạch đang áp dụng. Tải lại biểu để nhận danh sách nhiệm vụ mới; phần đã ghi cho nhiệm vụ này vẫn còn trong các bản đã nộp.`,
  office: () => 'Văn phòng (điều chỉnh)',
  digestUnknown: (period: string) =>
    `Không còn lưu lần tải nào mang mã này của ${periodName(period)}. Tải lại toàn bộ số liệu tổng hợp, rồi dùng mã mới cho lần sau.`,
  noSuchRevision: (revision: string) =>
    `Đơn vị không có bản “${revision.slice(0, 20)}” trong kỳ. Chọn hai bản trong lịch sử nộp.`,

  // ------------------------------------------------------------ exports of the one-stop software
  noDossierTable: () =>
    'Đơn vị này không được giao lĩnh vực nào trong biểu II.06a nên không có bảng để nhập hồ sơ. Kiểm tra lại đơn vị, hoặc đề nghị Văn phòng giao lĩnh vực.',
  noDossiers: (seen: readonly string[]) =>
    `Tệp không có bảng hồ sơ theo lĩnh vực: cần một dòng tiêu đề có “STT” (hoặc “TT”), “Lĩnh vực” và ít nhất ba cột số như “Tiếp nhận”, “Đã giải quyết”, “Đang giải quyết”. ${
      seen.length > 0
        ? `Trong tệp chỉ thấy: ${seen
            .slice(0, 8)
            .map(text => `“${text}”`)
            .join(', ')}`
        : 'Trong tệp không thấy chữ nào'
    }. Kết xuất lại biểu II.06a hoặc 07a từ phần mềm một cửa rồi gửi.`,

  // ------------------------------------------------------------ inspection rounds
  notAnInspectionId: () =>
    'Mã đợt kiểm tra, mã vấn đề phải là một UUID do phần mềm tạo. Tạo mã mới rồi gửi lại.',
  noSuchInspection: () =>
    'Không có đợt kiểm tra mang mã này, hoặc đơn vị không thuộc đợt. Mở lại danh sách đợt kiểm tra để chọn.',
  noSuchProblem: () => 'Đợt kiểm tra không có vấn đề mang mã này để rút. Tải lại danh sách vấn đề.',
  statementsClosed: () =>
    'Đợt kiểm tra đã kết thúc nên không nhận thêm báo cáo của đơn vị; nội dung trên máy vẫn còn. Đề nghị Văn phòng mở lại đợt nếu cần bổ sung.',
  problemInDraft: () =>
    'Đợt kiểm tra còn là dự thảo nên chưa ghi vấn đề được. Mở đợt cho các đơn vị trước, rồi ghi lại.',
  inspectionFaults: (count: number) =>
    `Có ${count} chỗ phải sửa nên chưa được ghi. Sửa từng chỗ theo danh sách kèm theo rồi gửi lại.`,
  inspectionStale: (
    current: { number: number; editedBy: string; editedAt: string } | undefined,
    basedOn: number,
  ) =>
    current
      ? `Nội dung này đã được ${current.editedBy} ghi lần ${current.number} lúc ${printInstant(current.editedAt)}, còn bản đang gửi ${basedOn === 0 ? 'được lập như lần đầu' : `sửa từ lần ${basedOn}`}. Tải lại để xem bản mới rồi sửa tiếp; nội dung trên máy vẫn còn.`
      : `Bản đang gửi sửa từ lần ${basedOn}, nhưng nội dung này chưa được ghi lần nào. Gửi lại như lần đầu (basedOn là 0).`,

  // ------------------------------------------------------------ submissions
  notAnId: () => 'Mã lần nộp phải là một UUID do phần mềm tạo. Tạo mã mới rồi nộp lại.',
  noSuchSubmission: () =>
    'Không có lần nộp mang mã này trong kỳ. Mở lịch sử nộp để chọn bản cần xem.',
  submittedDifferently: (kept?: { revision: number; receivedAt: string }) =>
    kept
      ? `Mã lần nộp này đã dùng cho bản ${kept.revision}, nhận ${printInstant(kept.receivedAt)}, với nội dung khác. Bản đã nhận được giữ nguyên; nộp nội dung mới thành bản sau.`
      : 'Mã lần nộp này đã được dùng cho một lần nộp khác. Tạo mã mới rồi nộp lại; số liệu không bị mất.',
  revisionStale: (
    basedOn: number | null,
    current: { revision: number; receivedAt: string; preparedBy: string } | undefined,
  ) =>
    current
      ? `Đơn vị đã có bản ${current.revision} do ${current.preparedBy} lập, nhận ${printInstant(current.receivedAt)}; bản đang gửi ${basedOn === null ? 'được lập như bản đầu tiên' : `lại sửa từ bản ${basedOn}`}. Mở bản ${current.revision} để so sánh, hoặc nộp tiếp trên bản ${current.revision}.`
      : `Bản đang gửi sửa từ bản ${basedOn}, nhưng đơn vị chưa nộp bản nào trong kỳ. Nộp lại như bản đầu tiên.`,
  invalidFigures: (count: number) =>
    `Có ${count} chỗ chưa ghi đúng nên bản này chưa được nhận. Sửa từng chỗ theo danh sách rồi nộp lại.`,
  rejected: (count: number) =>
    `Kiểm tra thấy ${count} lỗi nên bản này chưa được nhận. Sửa theo từng phát hiện rồi nộp lại.`,
  nothingReported: () =>
    'Bản nộp không có số liệu, bảng hay lời văn nào. Điền ít nhất một chỉ tiêu; không có gì phát sinh thì ghi “Không phát sinh”.',
  needsReason: (count: number) =>
    `Còn ${count} chỗ khác thường chưa có giải trình nên bản này chưa được nhận. Ghi giải trình cho từng chỗ, hoặc sửa số liệu, rồi nộp lại.`,

  ...sayOfFigures,
  ...sayOfSeries,
  ...sayOfDatabases,
} as const
