/** Examples of the server itself: an invented department. */
import type { ExamplesOf } from '../example.ts'
import { digests, office } from './facts.ts'

const [first, second] = [
  'a2203cc4d44614dce6e04be81040812a4e539e5c303e3f11967faa422211674e',
  'cd159b0a87bf15b8a62ea85d0950bfd4805a1fa82cecb903cc78f42258297456',
]

export const server: ExamplesOf = {
  Health: { running: { summary: 'Đang chạy', value: { ok: true } } },
  Audit: {
    newest: {
      summary: 'Hai dòng mới nhất, dòng sau mang mã băm của dòng trước',
      value: {
        head: { seq: 121, hash: second },
        entries: [
          {
            ...{ seq: 121, at: '2025-04-15T02:00:00.000Z', actor: 'clerk', name: office },
            ...{ action: 'review.accepted', prev: first, hash: second },
            detail: { period: '2025-M04', unit: 'qltm', revision: 1, decision: 'accept' },
          },
          {
            ...{ seq: 120, at: '2025-04-14T03:00:00.000Z', actor: 'unit' },
            ...{ name: 'Phòng Quản lý Thương mại', action: 'submission.received' },
            detail: { period: '2025-M04', unit: 'qltm', revision: 1, digest: digests.figures },
            ...{ prev: digests.merged, hash: first },
          },
        ],
        next: 120,
      },
    },
  },
}
