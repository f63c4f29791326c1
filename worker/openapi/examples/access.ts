/** Examples of signing in: an invented department. */
import type { ExamplesOf } from '../example.ts'
import { agency } from './facts.ts'

const expiresAt = '2025-04-15T14:00:00.000Z'
const who = {
  ...agency,
  ...{ unit: null, role: 'dashboard', name: 'Hệ thống thông tin báo cáo của tỉnh' },
}

export const access: ExamplesOf = {
  SignIn: {
    code: { summary: 'Mã truy cập', value: { code: '00000-00000-00000-00000-00000-0' } },
  },
  Session: {
    dashboard: {
      summary: 'Phiên của hệ thống tỉnh',
      value: {
        token: '0000000000000000000000000000000000000000000000000000000000000000',
        ...{ expiresAt, who },
      },
    },
  },
  Me: {
    dashboard: {
      summary: 'Mã đọc được hai cơ quan',
      value: {
        ...{ expiresAt, who },
        agencies: [
          { agency: agency.agency, name: agency.agencyName },
          { agency: 'stc-bac-giang', name: 'Sở Tài chính Bắc Giang' },
        ],
      },
    },
  },
}
