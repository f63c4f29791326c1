/** Writing the report's sections before it is pulled. */

import type { ProseFinding } from '../../../shared/protocol.ts'
import type { Standing } from '../../features/narrative/standing.ts'
import type { LookedAt } from '../../features/narrative/state.ts'

export const narrative = {
  open: 'Soạn lời văn',
  openWith: (n: number) => `Soạn lời văn (${n} mục cần xem)`,
  unsaved: (n: number) =>
    `${n} mục đang viết dở trên máy này, chưa lưu. Báo cáo (Word) chỉ lấy lời văn đã lưu.`,
  title: 'Lời văn của báo cáo',
  about:
    'Báo cáo (Word) gộp lời văn của đơn vị theo mục. Mục nào Văn phòng sửa thì báo cáo lấy bản đã sửa.',
  loading: 'Đang gộp lời văn của các đơn vị…',
  close: 'Danh sách đơn vị',
  sections: 'Các mục của báo cáo',
  back: 'Các mục',
  listedLabel: 'Lọc các mục',
  listed: { all: 'Tất cả', look: 'Cần xem' } satisfies Record<LookedAt, string>,
  nothingToLook: 'Không còn mục nào cần xem.',
  keys: '↑ ↓ chuyển mục, Enter mở mục.',
  standing: {
    empty: 'Chưa có nội dung',
    figures: 'Câu số liệu',
    merged: 'Gộp từ đơn vị',
    edited: 'Văn phòng đã sửa',
  } satisfies Record<Exclude<Standing, 'heading'>, string>,
  edited: (by: string, at: string) => `${by}, ${at}`,
  outdated: (n: number) => `${n} số liệu đã đổi`,
  remarks: (n: number) => `${n} điều cần xem`,
  writing: 'đang viết dở',

  previous: 'Mục trước',
  next: 'Mục sau',
  nextToLook: 'Mục cần xem kế tiếp',
  history: (n: number, by: string, at: string) => `Sửa lần ${n}: ${by}, ${at}.`,
  field: 'Lời văn của mục',
  fieldHint: 'Mỗi dòng là một đoạn của báo cáo.',
  count: (n: string, of: string) => `${n}/${of} ký tự`,
  tooLong: (over: string) => `Dài quá ${over} ký tự. Bớt lại rồi mới lưu được.`,
  nothingWritten: 'Chưa có chữ nào nên chưa lưu được. Viết lời văn của mục, hoặc bỏ phần viết dở.',
  keeping: 'Đang giữ trên máy này…',
  kept: (at: string) => `Đang viết dở, giữ trên máy này lúc ${at}; chưa lưu.`,
  keptWindow: (at: string) => `Đang viết dở lúc ${at}, chưa lưu; đóng cửa sổ này thì mất.`,
  save: 'Lưu',
  saving: 'Đang lưu…',
  saved: (section: string) => `Đã lưu “${section}”. Báo cáo (Word) sẽ dùng lời văn này.`,
  drop: 'Bỏ phần viết dở',
  dropped: (section: string) => `Đã bỏ phần viết dở của “${section}”.`,
  withdraw: 'Trở lại bản gộp',
  withdrawing: 'Lời văn Văn phòng đã sửa thôi dùng; báo cáo lấy lại bản gộp từ đơn vị.',
  withdrawYes: 'Dùng bản gộp',
  withdrawNo: 'Giữ lời văn đã sửa',
  withdrawn: (section: string) => `“${section}” đã trở lại bản gộp.`,
  undo: 'Hoàn tác',
  beganOtherwise:
    'Bản gộp của mục này đã đổi từ khi bắt đầu viết. Đối chiếu với các đoạn dưới đây rồi mới lưu.',

  conflict: (by: string, at: string) => `${by} vừa sửa mục này lúc ${at}.`,
  conflictWithdrawn: 'Mục này vừa được trở lại bản gộp.',
  conflictText: 'Chưa ghi gì đè lên. Lời văn đã lưu ở dưới, phần đang viết vẫn trong ô; chọn một.',
  theirs: 'Lời văn đã lưu',
  takeTheirs: 'Lấy lời văn đã lưu',
  keepMine: 'Giữ phần đang viết',

  outdatedTitle: (n: number) => `Số liệu đã đổi (${n})`,
  outdatedAbout: 'Đơn vị hoặc Văn phòng đã đổi số sau khi sửa lời văn.',
  change: (from: string, to: string) => `${from} → ${to}`,
  mend: 'Thay số',
  mendOf: (name: string) => `Thay số: ${name}`,
  mended: 'Đã thay trong lời văn, chưa lưu.',
  justMended: (name: string, to: string) => `Đã thay ${name} thành ${to}. Bấm Lưu để dùng.`,
  unmended: (name: string, from: string) => `${name} lại là ${from}.`,
  unmendOf: (name: string) => `Hoàn tác: ${name}`,
  notFound: 'Câu này đã viết khác nên số phải sửa trong ô lời văn.',
  show: 'Xem câu',
  twice: (printed: string) =>
    `Số ${printed} có hơn một chỗ trong câu: bấm Xem câu rồi sửa trong ô lời văn.`,

  passages: 'Bản gộp',
  generated: 'Câu số liệu',
  noPassages: 'Chưa có đơn vị nào viết nội dung này.',
  information: (n: number) => `${n} thông tin thêm`,
  notIn: 'Chưa có nguyên văn trong lời văn',
  add: 'Thêm vào cuối',
  addOf: (whose: string) => `Thêm vào cuối: ${whose}`,
  figure: (printed: string, name: string) => `${printed}: ${name}`,
  draft: {
    open: 'Kiểm tra một bản thảo',
    title: 'Kiểm tra bản thảo báo cáo',
    about:
      'Các số trong văn bản được đối chiếu với nhau và với số tổng hợp của kỳ. Văn bản không được lưu lại.',
    back: 'Các mục',
    file: 'Tệp Word hoặc tệp chữ',
    fileHint: 'Chọn tệp .docx hoặc .txt.',
    text: 'Hoặc dán lời văn',
    textHint: 'Chép từ báo cáo rồi dán vào đây, mỗi đoạn một dòng.',
    check: 'Kiểm tra',
    checking: 'Đang đối chiếu…',
    pasted: 'Lời văn đã dán',
    nothing: 'Chưa có chữ nào. Dán lời văn, hoặc chọn tệp.',
    clean: (of: string, figures: string) =>
      `${of}: không thấy chỗ nào mâu thuẫn trong ${figures} số liệu đã đọc.`,
    found: (of: string, wrong: number, doubt: number) =>
      `${of}: ${[
        ...(wrong > 0 ? [`${wrong} chỗ sai`] : []),
        ...(doubt > 0 ? [`${doubt} chỗ cần xem lại`] : []),
        ...(wrong + doubt === 0 ? ['không có chỗ nào phải sửa'] : []),
      ].join(', ')}.`,
    read: (figures: string, lines: string) => `Đã đọc ${figures} số liệu trong ${lines} dòng.`,
    line: (n: string) => `Dòng ${n}`,
    verdicts: { wrong: 'Sai', doubt: 'Cần xem lại', note: 'Lưu ý' } satisfies Record<
      ProseFinding['verdict'],
      string
    >,
  },
  contradictions: (n: number) => `Số trong lời văn cần xem lại (${n})`,
  typed:
    'Đối chiếu ngay khi viết; khi lưu, lời văn được đối chiếu thêm với cả báo cáo và số tổng hợp.',

  figureHint: 'Số gạch chân: trỏ hoặc ← → để xem tên chỉ tiêu.',
}
