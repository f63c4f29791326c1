/** The invented department that examples tell of: one period, one unit, one submission, so that they agree with each other. */

export const agency = { agency: 'sct-bac-giang', agencyName: 'Sở Công Thương Bắc Giang' }
export const office = 'Văn phòng Sở (tổng hợp)'
export const [preparedBy, approvedBy] = ['Nguyễn Thị Lan', 'Trần Văn Bình']

export const window = { from: '2025-03-15', to: '2025-04-14' }
export const period = {
  ...{ period: '2025-M04', name: 'Tháng 4/2025', window, dueDate: '2025-04-15' },
  ...{ state: 'open', catalogue: 'sct-2025.1' },
}

export const digests = {
  figures: '41b0f6c2d98e7a3355cf0e1b7d62a894c03f5a7be9d1486273ac5be0f9481d26',
  merged: '9f2a04bc77d1e5301c6b8e4fa0d3527798ab61ce04f5d2837e1b90c6a4d8f315',
  plan: '7d05ce8b1a64f92380b7e6d1c94f3a25586b0ed7f1c83a9264e5d0b7f8a2c913',
}

/** 10 dossiers received, 8 resolved in time, 2 pending. */
export const content = {
  figures: { dossiers_resolved: 8, dossiers_on_time: 8, articles_own_site: { state: 'none' } },
  tables: {
    'KSTT-06a': {
      'G02-CT23': {
        ...{ received_online: 10, received_direct: 0, carried_over: 0 },
        ...{ resolved_early: 8, resolved_on_time: 0, resolved_late: 0 },
        ...{ pending_in_time: 2, pending_overdue: 0 },
      },
    },
  },
  narrative: { 'II.2': 'Hồ sơ phát sinh chủ yếu thuộc lĩnh vực Xúc tiến thương mại.' },
}

export const received = {
  id: '5f0c9f5e-8a57-4c41-9d0c-2f8f4f3f9b11',
  ...{ unit: 'qltm', period: '2025-M04', revision: 1, receivedAt: '2025-04-14T03:00:00.000Z' },
  ...{ digest: digests.figures, preparedBy, approvedBy },
}
export const current = {
  ...content,
  ...{ reasons: [], id: received.id, revision: 1, receivedAt: received.receivedAt },
  ...{ digest: digests.figures, preparedBy, approvedBy },
}

/** Three rules of many; the counts are of these three. */
export const report = {
  schema: 'cchc-validation-report/1',
  run: { time: received.receivedAt, ruleset: 'sct-2025.1', trigger: 'submit' },
  subject: {
    ...{ agency: agency.agency, unit: 'qltm', period: '2025-M04', revision: 1 },
    ...{ window: [window.from, window.to], sha256: digests.figures },
  },
  verdict: 'clean',
  counts: {
    ...{ checks: 3, pass: 2, fail: 0, na: 1, accepted: 0 },
    ...{ error: 0, warning: 0, info: 0 },
  },
  truncated: null,
  results: [],
  aggregates: [
    { rule: 'X-01A', checked: 1, failed: 0, na: 0 },
    { rule: 'X-01B', checked: 1, failed: 0, na: 0 },
    { rule: 'X-07', checked: 0, failed: 0, na: 1 },
  ],
}

const accepted = {
  ...{ revision: 1, decision: 'accept', note: '', questioned: [] },
  ...{ by: office, at: '2025-04-15T02:00:00.000Z' },
}
export const standing = {
  ...{ state: 'accepted', revision: 1, counted: 1, changedSinceAccepted: false },
  review: accepted,
}

/** The agency as its units see it: two of them, one field. */
export const document = {
  ...{ key: agency.agency, name: agency.agencyName },
  ...{ superior: 'UBND tỉnh Bắc Giang', place: 'Bắc Giang' },
  units: [
    { key: 'van_phong', name: 'Văn phòng', short: 'Văn phòng', kind: 'office', fields: [] },
    {
      ...{ key: 'qltm', name: 'Phòng Quản lý Thương mại', short: 'P. QLTM', kind: 'division' },
      fields: ['G02-CT23'],
    },
  ],
  roles: {
    ...{ office: ['van_phong'], legal: ['van_phong'], service_centre: ['van_phong'] },
    ...{ control: ['van_phong'], dossiers: ['qltm'], all: ['van_phong', 'qltm'] },
  },
  fields: [{ code: 'G02-CT23', name: 'Xúc tiến thương mại', procedures: 8 }],
  tasks: [],
  papers: {
    ...{ symbol: 'BC-SCT', basis: 'Căn cứ Công văn số 211/SNV-CCHC ngày 19/02/2025 của Sở Nội vụ' },
    ...{ recipients: ['Sở Nội vụ', 'Lưu: VT'], lettering: 'latin' },
    signer: { titles: ['GIÁM ĐỐC'], name: 'Lê Văn Cường' },
  },
}
