/**
 * The words of reports as data: what is counted (nouns), what is said of it (facets), and what makes no difference. A word
 * that is not here makes a figure unsure.
 */

/** What is counted; two numbers of different classes are never added. */
export type NounClass = (typeof nouns)[number][0]

export const nouns = [
  ['dossier', ['hồ sơ', 'bộ hồ sơ', 'lượt hồ sơ', 'hs']],
  [
    'procedure',
    [
      'thủ tục hành chính',
      'thủ tục',
      'tthc',
      'dịch vụ công trực tuyến',
      'dịch vụ công',
      'dvctt',
      'dvc',
      'dịch vụ',
    ],
  ],
  ['task', ['nhiệm vụ', 'đầu việc', 'công việc']],
  [
    'document',
    [
      'văn bản quy phạm pháp luật',
      'văn bản',
      'vbqppl',
      'quyết định',
      'nghị quyết',
      'kế hoạch',
      'công văn',
      'báo cáo',
      'tờ trình',
      'thông báo',
      'chỉ thị',
      'hướng dẫn',
      'giấy mời',
      'giấy phép',
      'giấy chứng nhận',
    ],
  ],
  [
    'staff',
    [
      'cán bộ',
      'công chức',
      'viên chức',
      'người lao động',
      'lao động',
      'biên chế',
      'hợp đồng',
      'chỉ tiêu',
      'đồng chí',
      'người',
      'ccvc',
      'cbccvc',
      'học viên',
      'đảng viên',
      'thí sinh',
      'đại biểu',
      'lượt người',
      'trường hợp',
    ],
  ],
  [
    'unit',
    ['đơn vị', 'phòng', 'chi cục', 'trung tâm', 'cơ quan', 'đầu mối', 'tổ chức', 'ban', 'đội'],
  ],
  [
    'activity',
    [
      'cuộc',
      'lớp',
      'hội nghị',
      'buổi',
      'đợt',
      'hội thảo',
      'cuộc kiểm tra',
      'cuộc thanh tra',
      'khóa',
    ],
  ],
  ['media', ['tin bài', 'tin', 'bài viết', 'bài', 'phóng sự', 'chuyên mục', 'lượt tin']],
  ['petition', ['phản ánh kiến nghị', 'phản ánh', 'kiến nghị', 'pakn', 'đơn thư', 'ý kiến']],
  ['ballot', ['phiếu', 'lượt đánh giá', 'lượt']],
  [
    'issue',
    ['vấn đề', 'tồn tại', 'nội dung', 'lỗi', 'thiếu sót', 'sai sót', 'tiêu chí', 'mục tiêu'],
  ],
  ['initiative', ['sáng kiến', 'giải pháp', 'đề tài', 'mô hình', 'dự án', 'đề án']],
  ['system', ['hệ thống', 'phần mềm', 'cơ sở dữ liệu', 'csdl', 'quy trình']],
  ['business', ['doanh nghiệp', 'cơ sở', 'hộ', 'cụm công nghiệp', 'chợ', 'siêu thị', 'cửa hàng']],
  ['money', ['triệu đồng', 'tỷ đồng', 'nghìn đồng', 'đồng', 'triệu', 'tỷ', 'usd']],
  ['times', ['lần']],
  ['time', ['ngày làm việc', 'ngày', 'giờ', 'tháng', 'năm', 'quý', 'tuần', 'phút']],
] as const satisfies readonly (readonly [string, readonly string[]])[]

/** What a number's words may say of it; the first pattern that fits takes its words away from the next. */
export type Facet = (typeof facets)[number][0]

export const facets = [
  [
    'timely',
    /đúng(?: hạn)?(?:\s+và|\s+hoặc|,)?\s+trước\s+(?:thời )?hạn|trước(?: hạn)?(?:\s+và|\s+hoặc|,|\/)?\s*đúng\s+(?:thời )?hạn/u,
  ],
  [
    'carried',
    /(?:kỳ|tháng|quý|năm)\s+trước\s+(?:chuyển|sang|qua|tồn)(?:\s+(?:sang|qua|tiếp|đến))?|(?:tồn|chuyển)(?:\s+từ|\s+của|\s+sang từ)?\s+(?:kỳ|tháng|quý|năm)\s+trước(?:\s+(?:chuyển\s+)?(?:sang|qua))?|tồn kỳ trước/u,
  ],
  [
    'new',
    /(?:mới tiếp nhận|tiếp nhận mới|nhận mới)(?:\s+trong\s+(?:kỳ|tháng|quý))?|phát sinh (?:mới )?trong kỳ|^\W*trong kỳ(?=\s*(?:là|:|hồ sơ))|(?<=hồ sơ )trong kỳ$/u,
  ],
  // all there was, or what came in anew: reports mean both
  ['inPeriod', /tiếp nhận\s+(?:được\s+)?trong\s+(?:kỳ|tháng|quý)/u],
  ['early', /(?:trước|sớm)\s+(?:thời\s+)?hạn|sớm hẹn/u],
  ['inTime', /trong\s+(?:thời\s+)?hạn|chưa\s+(?:đến|tới|quá)\s+hạn|còn\s+(?:thời\s+)?hạn/u],
  ['onTime', /đúng\s+(?:thời\s+)?(?:hạn|hẹn)/u],
  ['late', /(?:quá|trễ|chậm)\s+(?:thời\s+)?(?:hạn|hẹn)|chậm muộn|trễ hẹn/u],
  [
    'pending',
    /(?:đang|chưa)\s+(?:được\s+)?(?:giải quyết|xử lý|thực hiện|trong quá trình)|đang trong quá trình (?:giải quyết|xử lý)|chưa (?:hoàn thành|xong)/u,
  ],
  ['recurring', /thường xuyên/u],
  ['supplement', /(?:yêu cầu\s+)?bổ sung/u],
  ['returned', /trả lại|từ chối/u],
  ['withdrawn', /rút hồ sơ|xin rút/u],
  ['noDossier', /(?:không|chưa)\s+(?:có\s+)?phát sinh(?:\s+hồ sơ)?/u],
  ['withDossier', /(?:có\s+)?phát sinh\s+hồ sơ(?:\s+trực tuyến)?/u],
  [
    'fullAndPartial',
    /(?:dịch vụ công\s+)?(?:trực tuyến\s+)?(?:toàn trình(?:\s+và|,)?\s+(?:dịch vụ công\s+)?(?:trực tuyến\s+)?một phần|một phần(?:\s+và|,)?\s+toàn trình)|mức độ\s*3\s*(?:,|và|-)\s*(?:mức độ\s*)?4/u,
  ],
  ['fullOnline', /(?:trực tuyến\s+)?toàn trình|mức độ\s*4/u],
  ['partialOnline', /(?:trực tuyến\s+)?một phần|mức độ\s*3/u],
  // the third kind beside full and partial (Nghị định 42/2022/NĐ-CP)
  ['infoOnline', /cung cấp thông tin(?:\s+(?:trực tuyến|qua mạng))?/u],
  ['online', /trực tuyến|qua mạng|nộp qua cổng/u],
  ['inPerson', /trực tiếp/u],
  ['postal', /bưu chính(?:\s+công ích)?|bcci/u],
  ['interlinked', /một cửa liên thông|mclt|liên thông/u],
  ['oneStop', /một cửa|(?<!\p{L})mc(?!\p{L})/u],
  ['byCentral', /(?:do\s+)?trung ương\s+(?:quy định|ban hành)/u],
  ['byLocal', /(?:do\s+)?địa phương\s+(?:quy định|ban hành)/u],
  [
    'lower',
    /(?:thẩm quyền\s+)?(?:giải quyết\s+)?(?:của\s+)?(?:địa phương|cấp dưới)|cấp\s+huyện(?:\s+(?:và|,)\s+(?:cấp\s+)?xã)?|cấp\s+xã/u,
  ],
  ['own', /thẩm quyền giải quyết\s+của\s+(?:cơ quan|sở)|cấp tỉnh/u],
  ['internal', /nội bộ/u],
  ['digitised', /số\s+(?:hóa|hoá)/u],
  ['simplified', /đơn giản\s+(?:hóa|hoá)/u],
  ['kept', /giữ nguyên/u],
  ['reviewed', /rà soát/u],
  ['satisfied', /hài lòng(?:\s+và|,)?\s+rất hài lòng|rất hài lòng(?:\s+và|,)?\s+hài lòng/u],
  ['verySatisfied', /rất hài lòng/u],
  ['satisfied', /hài lòng/u],
  ['contract', /hợp đồng/u],
  ['admin', /biên chế\s+(?:hành chính|công chức)|công chức/u],
  ['service', /biên chế\s+(?:sự nghiệp|viên chức)(?:\s+khác)?|viên chức/u],
  ['both', /tiếp nhận\s+(?:và\s+)?(?:giải quyết|xử lý|trả kết quả)/u],
  ['resolved', /(?:giải quyết|trả kết quả|xử lý)(?:\s+xong)?|hoàn thành/u],
  ['received', /tiếp nhận|nhận được/u],
  ['rest', /còn lại/u],
] as const satisfies readonly (readonly [string, RegExp])[]

/** Facets that say no more where another one is said. */
export const implied: readonly (readonly [Facet, readonly Facet[]])[] = [
  ['early', ['resolved', 'received']],
  ['onTime', ['resolved', 'received']],
  ['timely', ['resolved', 'received']],
  ['late', ['resolved', 'received']],
  ['inTime', ['pending', 'received', 'resolved']],
  ['pending', ['received', 'resolved']],
  ['carried', ['received']],
  ['new', ['received']],
  ['inPeriod', ['received']],
  ['resolved', ['received']],
  ['fullAndPartial', ['online', 'received']],
  ['online', ['received']],
  ['verySatisfied', ['satisfied', 'resolved']],
]

/** Words beside a number that make no other figure of it. */
export const plainWords = new Set(
  (
    'là đã được có hs tổng số lượng các của và tại về cho từ theo qua trên với để do bởi cả toàn bộ thực hiện kết quả công tác ' +
    'việc sở công thương cơ quan trong đó hiện nay đến thời điểm báo cáo tính kỳ này tháng năm quý đầu cuối hồ sơ thủ tục hành chính ' +
    'tthc giải quyết tổ chức cá nhân công dân người dân doanh nghiệp trung tâm phục vụ bộ phận một cửa đạt tỷ lệ chiếm tương ứng ' +
    'gồm bao như sau cụ thể hệ thống phần mềm điện tử nhận lượt bộ thuộc thẩm quyền quy định đều cũng vẫn thì hết ngày nay trả nhiệm vụ nộp gửi ' +
    'phát sinh sau khi đối tất ghi toàn ngành chung tiếp hợp tình hình thống kê còn mức độ đánh giá dịch cung cấp bảo đảm đảm luôn quản lý dõi giao biên chế chỉ tiêu vụ lên vào ra nay hiện chuyên môn đội ngũ ccvc mới'
  ).split(' '),
)
