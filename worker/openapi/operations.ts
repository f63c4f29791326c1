/**
 * Every route there is: what it does, what it takes, what it answers and how it may refuse. The description at
 * /api/openapi.json, the check of every answer in the tests and the fuzzer all walk this table.
 */
import type { Slug } from '../problem.ts'
import { type Operation, refusals } from './operation.ts'

const period = '/api/v1/periods/:period' as const
const unit = `${period}/units/:unit` as const
const opened = ['not-found'] as const
const inspection = '/api/v1/inspections/:id' as const
/** what a writing to a round may meet besides what every writing may */
const writingToRound = ['not-found', 'invalid-inspection', 'section-stale', 'round-closed'] as const
const roundAnswers = {
  200: { of: 'Inspection', says: 'Đã như vậy từ trước' },
  201: { of: 'Inspection', says: 'Đợt kiểm tra sau khi ghi' },
} as const

export const operations: Readonly<Record<string, Operation>> = {
  'GET /api/health': {
    id: 'health',
    tag: 'server',
    action: null,
    does: 'Máy chủ có đang chạy không',
    answers: { 200: { of: 'Health', says: 'Đang chạy' } },
  },
  'GET /api/openapi.json': {
    id: 'describe',
    tag: 'server',
    action: null,
    does: 'Bản mô tả này',
    answers: { 200: { of: 'description', says: 'OpenAPI 3.1', tagged: true } },
  },

  // ------------------------------------------------------------ who is asking
  'POST /api/v1/sessions': {
    id: 'signIn',
    tag: 'access',
    action: null,
    does: 'Đăng nhập bằng mã truy cập hoặc bằng thẻ đăng nhập một lần',
    body: 'SignIn',
    answers: { 201: { of: 'Session', says: 'Phiên làm việc mới' } },
    // not-found: single sign-on is off
    refuses: ['wrong-code', 'not-found'],
  },
  'DELETE /api/v1/sessions/current': {
    id: 'signOut',
    tag: 'access',
    action: 'session.end',
    does: 'Đăng xuất',
    answers: { 204: { of: null, says: 'Phiên làm việc đã kết thúc' } },
  },
  'GET /api/v1/me': {
    id: 'me',
    tag: 'access',
    action: 'session.read',
    does: 'Đang đăng nhập bằng mã của ai',
    answers: { 200: { of: 'Me', says: 'Người đang đăng nhập' } },
  },

  'GET /api/v1/check/:code': {
    id: 'checkCode',
    tag: 'figures',
    action: null,
    does: 'Mã kiểm chứng in trên phụ lục, báo cáo thuộc kỳ nào, tình trạng nào, những bản nộp nào; không trả số liệu',
    answers: { 200: { of: 'CheckedCode', says: 'Bản tổng hợp mang mã này' } },
    refuses: ['malformed', 'not-found', 'slow-down'],
  },

  // ------------------------------------------------------------ periods
  'GET /api/v1/periods': {
    id: 'listPeriods',
    tag: 'periods',
    action: 'period.list',
    does: 'Danh sách kỳ báo cáo',
    answers: { 200: { of: 'Periods', says: 'Các kỳ đã mở' } },
  },
  'POST /api/v1/periods': {
    id: 'openPeriod',
    tag: 'periods',
    action: 'period.open',
    does: 'Mở một kỳ báo cáo',
    body: 'OpenPeriod',
    answers: { 201: { of: 'Period', says: 'Kỳ vừa mở' } },
    refuses: ['not-found', 'period-exists'],
  },
  [`PATCH ${period}`]: {
    id: 'changePeriod',
    tag: 'periods',
    action: 'period.change',
    does: 'Khóa kỳ, mở lại kỳ hoặc đổi hạn nộp',
    body: 'ChangePeriod',
    answers: { 200: { of: 'Period', says: 'Kỳ sau khi đổi' } },
    refuses: [...opened, 'period-locked'],
  },
  [`GET ${period}/progress`]: {
    id: 'progress',
    tag: 'periods',
    action: 'progress.read',
    does: 'Tiến độ nộp của các đơn vị',
    answers: { 200: { of: 'Progress', says: 'Tiến độ' } },
    refuses: opened,
  },
  'GET /api/v1/holidays/:year': {
    id: 'holidays',
    tag: 'periods',
    action: 'holiday.read',
    does: 'Các ngày nghỉ của một năm',
    answers: { 200: { of: 'Holidays', says: 'Ngày nghỉ' } },
    refuses: ['not-found'],
  },
  'PUT /api/v1/holidays/:year': {
    id: 'setHolidays',
    tag: 'periods',
    action: 'holiday.write',
    does: 'Đặt các ngày nghỉ của một năm, theo đó hạn nộp được dời',
    body: 'SetHolidays',
    answers: { 200: { of: 'Holidays', says: 'Ngày nghỉ sau khi đặt' } },
    refuses: ['not-found'],
  },

  // ------------------------------------------------------------ forms
  'GET /api/v1/catalogue': {
    id: 'catalogue',
    tag: 'forms',
    action: 'catalogue.read',
    does: 'Danh mục biểu mẫu',
    query: ['period'],
    answers: { 200: { of: 'Catalogue', says: 'Danh mục', tagged: true } },
    refuses: ['not-found'],
  },
  [`GET ${period}/sheet`]: {
    id: 'sheet',
    tag: 'forms',
    action: 'sheet.read',
    does: 'Biểu của đơn vị đang đăng nhập',
    answers: { 200: { of: 'Sheet', says: 'Biểu cần điền, số kỳ trước và bản đang có' } },
    refuses: opened,
  },

  [`GET ${unit}/sheet.xlsx`]: {
    id: 'sheetWorkbook',
    tag: 'forms',
    action: 'sheet.download',
    does: 'Biểu của một đơn vị dạng bảng tính thường, tự kiểm tra bằng công thức',
    answers: { 200: { of: 'workbook', says: 'Bảng tính' } },
    refuses: opened,
  },
  [`POST ${unit}/sheet.xlsx`]: {
    id: 'uploadSheet',
    tag: 'forms',
    action: 'sheet.upload',
    does: 'Đọc tệp biểu đã điền: số liệu, những chỗ đã phải sửa để đọc được và kết quả kiểm tra; không ghi nhận gì',
    file: 'Tệp .xlsx tải bằng GET ở cùng địa chỉ, đã điền và lưu bằng Excel, LibreOffice hoặc WPS; tối đa 5 MB.',
    answers: { 200: { of: 'UploadedSheet', says: 'Nội dung đọc được' } },
    refuses: [...opened, 'other-sheet', 'catalogue-outdated'],
  },
  [`POST ${unit}/dossiers.xlsx`]: {
    id: 'importDossiers',
    tag: 'forms',
    action: 'dossiers.read',
    does: 'Đọc bảng hồ sơ do phần mềm một cửa kết xuất (II.06a, 07a) để xem trước khi điền vào biểu; không ghi nhận gì',
    file: 'Tệp .xlsx kết xuất từ phần mềm một cửa; tệp .xls thì mở bằng Excel và lưu thành .xlsx. Tối đa 5 MB.',
    answers: { 200: { of: 'ImportedDossiers', says: 'Bảng đọc được và những chỗ cần xem' } },
    refuses: [...opened, 'no-dossiers'],
  },

  // ------------------------------------------------------------ submissions
  [`PUT ${unit}/submissions/:id`]: {
    id: 'submit',
    tag: 'submissions',
    action: 'submission.write',
    does: 'Nộp một bản; mã lần nộp là UUID do phần mềm tạo, gửi lại cùng nội dung thì nhận lại cùng biên nhận',
    query: ['dryRun'],
    body: 'Submission',
    answers: {
      200: { of: 'Receipt', says: 'Đã nhận từ trước, hoặc kết quả kiểm tra khi dryRun=1' },
      201: { of: 'Receipt', says: 'Đã nhận' },
    },
    refuses: [
      ...opened,
      'invalid-figures',
      'findings',
      'submitted-differently',
      'revision-stale',
      'catalogue-outdated',
      'period-locked',
    ],
  },
  [`GET ${unit}/submissions`]: {
    id: 'submissions',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Lịch sử nộp của một đơn vị',
    answers: { 200: { of: 'SubmissionHistory', says: 'Các bản' } },
    refuses: opened,
  },
  [`GET ${unit}/submissions/:id`]: {
    id: 'submission',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Một bản với đủ nội dung',
    answers: { 200: { of: 'CurrentSubmission', says: 'Bản đã nộp' } },
    refuses: [...opened, 'malformed'],
  },
  [`GET ${unit}/differences`]: {
    id: 'differences',
    tag: 'submissions',
    action: 'submission.read',
    does: 'Khác nhau giữa hai bản, kèm giải trình và các tổng, tỷ lệ đổi theo',
    query: ['from', 'to'],
    answers: { 200: { of: 'RevisionDifferences', says: 'Những chỗ khác nhau' } },
    refuses: opened,
  },
  [`GET ${unit}/review`]: {
    id: 'reviewSheet',
    tag: 'submissions',
    action: 'review.read',
    does: 'Bản mới nhất của một đơn vị để Văn phòng xem trước khi duyệt',
    answers: { 200: { of: 'ReviewSheet', says: 'Bản nộp, kết quả kiểm tra và số kỳ trước' } },
    refuses: opened,
  },
  [`POST ${unit}/review`]: {
    id: 'review',
    tag: 'submissions',
    action: 'review.write',
    does: 'Nhận bản mới nhất của đơn vị hoặc trả lại kèm lý do',
    body: 'Review',
    answers: {
      200: { of: 'UnitStanding', says: 'Đã quyết định như vậy từ trước' },
      201: { of: 'UnitStanding', says: 'Đã ghi quyết định' },
    },
    refuses: [...opened, 'revision-stale', 'period-locked'],
  },

  // ------------------------------------------------------------ figures
  [`GET ${period}/consolidation`]: {
    id: 'consolidation',
    tag: 'figures',
    action: 'consolidation.read',
    does: 'Số liệu tổng hợp của kỳ',
    query: ['since'],
    answers: { 200: { of: 'Consolidation', says: 'Số liệu tổng hợp', tagged: true } },
    refuses: [...opened, 'digest-unknown'],
  },
  'GET /api/v1/series': {
    id: 'series',
    tag: 'figures',
    action: 'series.read',
    does: 'Số liệu tổng hợp của một số chỉ tiêu qua các kỳ cùng loại; quý, 6 tháng, 9 tháng, năm chưa có thì tính từ các tháng',
    query: ['indicators', 'from', 'to'],
    answers: { 200: { of: 'Series', says: 'Số liệu qua các kỳ', tagged: true } },
    refuses: ['malformed', 'not-found'],
  },
  [`POST ${period}/prose`]: {
    id: 'checkText',
    tag: 'figures',
    action: 'prose.check',
    does: 'Đối chiếu lời văn của một bản thảo với chính các số trong đó và với số tổng hợp của kỳ; không ghi nhận gì',
    body: 'ProseAsking',
    answers: { 200: { of: 'Prose', says: 'Những chỗ cần xem' } },
    refuses: [...opened, 'no-text'],
  },
  [`POST ${period}/prose.docx`]: {
    id: 'checkDocument',
    tag: 'figures',
    action: 'prose.check',
    does: 'Như trên, với bản thảo là tệp Word hoặc tệp chữ',
    file: 'Tệp .docx, hoặc tệp chữ (.txt) bảng mã UTF-8 hay UTF-16; tối đa 5 MB.',
    fileIs: 'document',
    answers: { 200: { of: 'Prose', says: 'Những chỗ cần xem' } },
    refuses: opened,
  },
  [`GET ${period}/annex.xlsx`]: {
    id: 'annex',
    tag: 'figures',
    action: 'annex.read',
    does: 'Phụ lục tổng hợp để ký, dạng bảng tính',
    answers: { 200: { of: 'workbook', says: 'Bảng tính', tagged: true } },
    refuses: opened,
  },
  [`GET ${period}/report.docx`]: {
    id: 'report',
    tag: 'figures',
    action: 'report.read',
    does: 'Báo cáo của kỳ để sửa và ký, dạng văn bản Word',
    answers: { 200: { of: 'document', says: 'Văn bản', tagged: true } },
    refuses: opened,
  },
  [`GET ${period}/narrative`]: {
    id: 'narrative',
    tag: 'figures',
    action: 'narrative.read',
    does: 'Lời văn của báo cáo theo từng mục, kèm bản Văn phòng đã sửa',
    answers: { 200: { of: 'Narrative', says: 'Các mục của báo cáo' } },
    refuses: opened,
  },
  [`PUT ${period}/narrative/:section`]: {
    id: 'editSection',
    tag: 'figures',
    action: 'narrative.write',
    does: 'Ghi hoặc rút lời văn của Văn phòng cho một mục; kỳ đã khóa vẫn sửa được lời văn',
    body: 'SectionWriting',
    answers: {
      200: { of: 'ReportSection', says: 'Mục đã như vậy từ trước' },
      201: { of: 'ReportSection', says: 'Mục sau khi ghi' },
    },
    refuses: [...opened, 'section-stale'],
  },
  'GET /api/v1/plans': {
    id: 'plans',
    tag: 'plans',
    action: 'plan.read',
    does: 'Các kế hoạch CCHC, bản mới nhất của mỗi năm; chưa lưu bản nào thì là nhiệm vụ trong hồ sơ cơ quan',
    answers: { 200: { of: 'Plans', says: 'Năm mới nhất trước' } },
  },
  'GET /api/v1/plans/:year': {
    id: 'plan',
    tag: 'plans',
    action: 'plan.read',
    does: 'Kế hoạch đang áp dụng trong năm, có thể bắt đầu từ năm trước đó',
    answers: { 200: { of: 'Plan', says: 'Nhiệm vụ và chỉ tiêu' } },
    refuses: ['not-found'],
  },
  'PUT /api/v1/plans/:year': {
    id: 'writePlan',
    tag: 'plans',
    action: 'plan.write',
    does: 'Lưu một bản kế hoạch bắt đầu từ năm này; bản đã lưu không bao giờ đổi',
    body: 'PlanWriting',
    answers: {
      200: { of: 'Plan', says: 'Đã lưu như vậy từ trước' },
      201: { of: 'Plan', says: 'Bản vừa lưu' },
    },
    refuses: ['not-found', 'invalid-plan', 'plan-stale'],
  },
  'POST /api/v1/plans/:year/workbook': {
    id: 'readPlan',
    tag: 'plans',
    action: 'plan.write',
    does: 'Đọc kế hoạch từ tệp Excel để xem trước; không lưu gì',
    file: 'Tệp .xlsx có bảng nhiệm vụ, bảng chỉ tiêu',
    answers: {
      200: { of: 'PlanReading', says: 'Kế hoạch đọc được, hoặc từng lỗi theo trang và dòng' },
    },
    refuses: ['not-found'],
  },
  'GET /api/v1/plans/:year/plan.xlsx': {
    id: 'planWorkbook',
    tag: 'plans',
    action: 'plan.read',
    does: 'Kế hoạch đang áp dụng trong năm dạng tệp Excel, in được và nhập lại được',
    answers: { 200: { of: 'workbook', says: 'Tệp kế hoạch' } },
    refuses: ['not-found'],
  },
  [`GET ${period}/plan`]: {
    id: 'planStanding',
    tag: 'plans',
    action: 'plan.read',
    does: 'Nhiệm vụ và chỉ tiêu của kế hoạch trong kỳ: trạng thái theo đơn vị chủ trì, chỉ tiêu đạt hay chưa; đơn vị chỉ thấy lời báo cáo của mình',
    answers: { 200: { of: 'PlanStanding', says: 'Tình hình thực hiện kế hoạch' } },
    refuses: opened,
  },
  [`GET ${period}/adjustments`]: {
    id: 'adjustments',
    tag: 'figures',
    action: 'adjustment.read',
    does: 'Các điều chỉnh của Văn phòng trong kỳ',
    answers: { 200: { of: 'Adjustments', says: 'Các điều chỉnh' } },
    refuses: opened,
  },
  [`PUT ${period}/adjustments/:id`]: {
    id: 'adjust',
    tag: 'figures',
    action: 'adjustment.write',
    does: 'Đặt hoặc rút một điều chỉnh; mã là UUID do phần mềm tạo',
    body: 'NewAdjustment',
    answers: {
      200: { of: 'Adjustment', says: 'Đã ghi từ trước' },
      201: { of: 'Adjustment', says: 'Đã ghi' },
    },
    refuses: [...opened, 'invalid-figures', 'recorded-differently', 'period-locked'],
  },
  'GET /api/v1/rules': {
    id: 'rules',
    tag: 'forms',
    action: 'rule.read',
    does: 'Các quy tắc kiểm tra, trạng thái và lịch sử thay đổi ở cơ quan',
    answers: { 200: { of: 'Rules', says: 'Các quy tắc theo thứ tự của danh mục' } },
    refuses: ['not-found'],
  },
  'PUT /api/v1/rules/:rule': {
    id: 'changeRule',
    tag: 'forms',
    action: 'rule.write',
    does: 'Đổi trạng thái hoặc thời gian áp dụng của một quy tắc; bản đã nhận giữ nguyên kết quả kiểm tra của nó',
    body: 'RuleChange',
    answers: {
      200: { of: 'Rule', says: 'Đã đổi như vậy từ trước' },
      201: { of: 'Rule', says: 'Quy tắc sau khi đổi' },
    },
    refuses: ['not-found', 'rule-stays', 'entry-stale'],
  },
  'GET /api/v1/rules/:rule/rehearsal': {
    id: 'rehearseRule',
    tag: 'forms',
    action: 'rule.rehearse',
    does: 'Chạy thử một quy tắc trên các bản đã nộp, như thể quy tắc đang áp dụng; không ghi nhận gì',
    query: ['from', 'to'],
    answers: { 200: { of: 'Rehearsal', says: 'Đơn vị nào sẽ vướng, bao nhiêu bản, vướng gì' } },
    refuses: ['not-found', 'malformed'],
  },
  'GET /api/v1/exclusions': {
    id: 'exclusions',
    tag: 'forms',
    action: 'rule.read',
    does: 'Các nhóm được khai báo đứng ngoài một tỷ lệ',
    answers: { 200: { of: 'Exclusions', says: 'Các khai báo còn hiệu lực ghi' } },
  },
  'PUT /api/v1/exclusions/:exclusion': {
    id: 'declareExclusion',
    tag: 'forms',
    action: 'rule.write',
    does: 'Khai báo, sửa hoặc rút một nhóm đứng ngoài tỷ lệ; số liệu tổng hợp nói tỷ lệ khi có và khi không có nhóm',
    body: 'ExclusionWriting',
    answers: {
      200: { of: 'Exclusions', says: 'Đã ghi từ trước' },
      201: { of: 'Exclusions', says: 'Các khai báo sau khi ghi' },
    },
    refuses: ['not-found', 'rule-stays', 'entry-stale'],
  },
  'GET /api/v1/inspections': {
    id: 'inspections',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Các đợt kiểm tra CCHC, mới nhất trước; đơn vị chỉ thấy đợt đã mở có mình',
    answers: { 200: { of: 'Inspections', says: 'Các đợt kiểm tra' } },
  },
  [`GET ${inspection}`]: {
    id: 'inspection',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Một đợt kiểm tra: quyết định, đề cương, báo cáo của đơn vị, vấn đề phát hiện, nhận xét; đơn vị chỉ thấy phần của mình',
    answers: { 200: { of: 'Inspection', says: 'Đợt kiểm tra' } },
    refuses: ['not-found', 'malformed'],
  },
  [`PUT ${inspection}`]: {
    id: 'writeInspection',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Lập, sửa, mở hoặc kết thúc một đợt kiểm tra; mã là UUID do phần mềm tạo',
    body: 'RoundWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  [`PUT ${inspection}/units/:unit/statement`]: {
    id: 'writeStatement',
    tag: 'inspections',
    action: 'statement.write',
    does: 'Đơn vị được kiểm tra tự báo cáo theo đề cương, khi đợt đang mở',
    body: 'StatementWriting',
    answers: roundAnswers,
    refuses: [...writingToRound, 'invalid-figures'],
  },
  [`PUT ${inspection}/problems/:problem`]: {
    id: 'writeProblem',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Ghi, sửa hoặc rút một vấn đề đoàn kiểm tra phát hiện; mã là UUID do phần mềm tạo',
    body: 'ProblemWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  [`PUT ${inspection}/judgement`]: {
    id: 'writeJudgement',
    tag: 'inspections',
    action: 'inspection.write',
    does: 'Ghi ưu điểm, tồn tại của từng đơn vị và kiến nghị chung của đoàn kiểm tra',
    body: 'JudgementWriting',
    answers: roundAnswers,
    refuses: writingToRound,
  },
  'GET /api/v1/problems': {
    id: 'problems',
    tag: 'inspections',
    action: 'inspection.read',
    does: 'Vấn đề phát hiện qua các đợt kiểm tra, quá hạn lâu nhất trước; đơn vị chỉ thấy vấn đề của mình',
    query: ['state'],
    answers: { 200: { of: 'FoundProblems', says: 'Các vấn đề' } },
  },
  [`GET ${inspection}/notice.docx`]: {
    id: 'notice',
    tag: 'inspections',
    action: 'notice.read',
    does: 'Thông báo kết quả kiểm tra dưới dạng tệp Word',
    answers: { 200: { of: 'document', says: 'Thông báo', tagged: true } },
    refuses: ['not-found', 'malformed'],
  },
  [`GET ${inspection}/annex.xlsx`]: {
    id: 'noticeAnnex',
    tag: 'inspections',
    action: 'notice.read',
    does: 'Phụ lục của thông báo: nội dung, số liệu của các đơn vị và vấn đề phát hiện',
    answers: { 200: { of: 'workbook', says: 'Phụ lục', tagged: true } },
    refuses: ['not-found', 'malformed'],
  },
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
  'GET /api/v1/audit': {
    id: 'audit',
    tag: 'server',
    action: 'audit.read',
    does: 'Nhật ký các thay đổi',
    query: ['before'],
    answers: { 200: { of: 'Audit', says: 'Nhật ký' } },
  },
}

export type Route = {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** The table row by row, paths as the router writes them. */
export const routes: readonly Route[] = Object.entries(operations).map(([route, operation]) => {
  const [method = '', path = ''] = route.split(' ')
  return { method, path, operation }
})

/** All the ways one operation may refuse. */
export function refusalsOf({ method, operation }: Route): ReadonlySet<Slug> {
  const { action, body, file, fileIs, refuses = [] } = operation
  return new Set<Slug>([
    ...(body ? refusals.withBody : []),
    ...(file ? (fileIs ? refusals.withDocument : refusals.withFile) : []),
    ...(action ? [...refusals.withSession, ...refusals.withAgency] : []),
    ...refuses,
    ...(method === 'GET' ? [] : refusals.writing),
    ...refusals.always,
  ])
}
