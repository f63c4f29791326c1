/** Periods, windows, due dates. */
export const period = {
  choose: 'Kỳ báo cáo',
  loading: 'Đang tải kỳ báo cáo…',
  none: 'Văn phòng chưa mở kỳ báo cáo nào.',
  window: (from: string, to: string) => `Số liệu từ ${from} đến hết ${to}`,
  due: (date: string) => `Hạn ${date}`,
  ahead: (days: number) => `còn ${days} ngày`,
  today: 'hôm nay là ngày cuối',
  past: (days: number) => `quá hạn ${days} ngày`,
  locked: 'đã khóa',
  lockedNamed: (name: string) => `${name} (đã khóa)`,
  older: 'Kỳ các năm trước nữa…',
}
