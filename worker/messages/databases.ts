/** What is said of several databases: to whoever deploys them, and to people of an agency on its way. */

export const sayOfDatabases = {
  agencyMoving: () =>
    'Cơ quan đang được chuyển sang nơi lưu trữ khác nên chưa ghi được. Số liệu trên máy của bạn còn nguyên; thử lại sau ít phút, gửi lại không bị ghi hai lần.',
  databasesMisshapen: (one: string) =>
    `DATABASES có phần “${one.slice(0, 60)}” không đọc được. Ghi từng cặp khóa=binding, cách nhau bằng dấu phẩy, ví dụ bac-ninh=DB_BAC_NINH, gia-lai=DB_GIA_LAI; khóa tối đa 20 chữ thường không dấu, chữ số, gạch nối, bắt đầu bằng chữ cái và khác main.`,
  databaseKeyOnly: (key: string, binding: string) =>
    `DATABASES có “${key}=${binding}”. Trên máy chủ của đơn vị chỉ ghi khóa: ${key}.`,
  databaseTwice: (key: string) =>
    `DATABASES nhắc đến “${key}” hoặc binding của nó hai lần. Mỗi cơ sở dữ liệu chỉ ghi một lần.`,
  databaseMissing: (key: string, binding: string) =>
    `DATABASES có “${key}=${binding}” nhưng không có cơ sở dữ liệu nào mang binding ${binding}. Thêm binding ấy vào d1_databases trong worker/wrangler.jsonc, hoặc bỏ phần này.`,
} as const
