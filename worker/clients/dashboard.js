// Đọc số liệu bằng JavaScript, trong trình duyệt hoặc Node (từ bản 20), không cần thư viện nào.
// Trong trình duyệt, trang gọi phải nằm trong danh sách nguồn được phép (CORS) của máy chủ.

/** Đăng nhập; trả về hàm đọc một địa chỉ. Máy chủ từ chối thì báo lỗi bằng chính câu của máy chủ. */
export async function connect(server, code) {
  const ask = async (path, init) => {
    const response = await fetch(`${server}/api/v1${path}`, init)
    const answer = await response.json()
    if (!response.ok) throw new Error(answer.detail ?? answer.title)
    return answer
  }
  const { token } = await ask('/sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const headers = { Authorization: `Bearer ${token}` }
  return (path, query = {}) => ask(`${path}?${new URLSearchParams(query)}`, { headers })
}

/** Từng dòng của một dãy số liệu; hết trang này thì sang trang sau, `page.next` là null ở trang cuối. */
export async function* series(read, query) {
  for (let after = 0; after !== null; ) {
    const { periods, series: lines, page } = await read('/series', { ...query, after })
    // values, statuses và coverage xếp theo đúng thứ tự của periods
    for (const line of lines) yield { ...line, periods: periods.map(({ period }) => period) }
    after = page.next
  }
}

/** Những gì đã đổi sau mục số `after`; giữ lại `next` để lần sau chỉ hỏi phần mới. */
export async function changesSince(read, agency, after = 0) {
  const changes = []
  for (let next = after; ; ) {
    const answer = await read('/changes', { agency, after: next })
    changes.push(...answer.changes)
    next = answer.next
    if (!answer.more) return { changes, next }
  }
}
