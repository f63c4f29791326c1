/** What the log of a whole period says: one line a request with its few members, and nothing anyone said or was given. */
import { expect, test } from 'vitest'
import { sha256 } from '../../worker/digest.ts'
import { april, filing, id, openHouse, tradeReport } from './house.ts'

const members = ['id', 'agency', 'unit', 'role', 'method', 'route', 'status', 'ms']

test('a whole session leaves lines of routes and times, and nothing of what was said', async () => {
  const house = await openHouse()
  const { clerk, lines } = house
  const trade = await house.signIn('thuong_mai')
  const told = 'Điều chỉnh theo công văn mật số 4711'
  // well formed, of no paper there is
  const paper = '7K3M9PQRST'
  const report = tradeReport({
    figures: { ...tradeReport().figures, articles_own_site: 987_654 },
    narrative: { 'II.2': 'Lời văn chỉ đơn vị biết' },
  })
  const unit = `/periods/${april}/units/thuong_mai`
  const statuses = [
    await house.anyone.send('POST', '/sessions', { body: { code: 'SAI-MA-TRUY-CAP' } }),
    await house.anyone.get('/me', { Authorization: 'Bearer the-wrong-token' }),
    await house.anyone.get(`/check/${paper}`),
    await house.anyone.send('DELETE', `/check/${paper}`),
    await trade.get('/me?agency=sct-thu'),
    await trade.get(`/periods/${april}/sheet`),
    await trade.put(filing('thuong_mai', 1), { ...report, preparedBy: '' }),
    await trade.put(filing('thuong_mai', 1), { ...report, 'trường lạ': told }),
    await trade.send('PUT', filing('thuong_mai', 1), { raw: '{"figures":{"x":987654' }),
    await trade.put(filing('thuong_mai', 1), report),
    await trade.put(filing('thuong_mai', 2), report),
    await trade.get(filing('thuong_mai', 1)),
    await trade.get(filing('cong_nghiep', 1)),
    await trade.get('/nowhere/987654?q=Nguyễn'),
    await clerk.send('POST', `${unit}/review`, {
      body: { revision: 1, decision: 'return', note: told },
    }),
    await clerk.put(`/periods/${april}/adjustments/${id(7)}`, {
      place: 'articles_own_site',
      value: 987_654,
      reason: told,
    }),
    await clerk.get(`/periods/${april}/consolidation?since=${'a'.repeat(64)}`),
    await clerk.get(`/periods/${april}/consolidation`),
    await clerk.get(`/periods/${april}/annex.xlsx`),
    await clerk.get(`/periods/${april}/report.docx`),
    await clerk.get('/audit'),
    await clerk.send('PATCH', `/periods/${april}`, { body: { state: 'locked', note: told } }),
    await clerk.send('DELETE', `/periods/${april}`),
    await trade.send('DELETE', '/sessions/current'),
  ].map(({ status }) => status)

  // what was to be kept secret really went through
  expect(statuses).toContain(201)
  expect(new Set(statuses.map(status => Math.floor(status / 100)))).toEqual(new Set([2, 4]))
  expect(lines.length).toBeGreaterThanOrEqual(statuses.length)

  for (const line of lines) {
    expect(line).not.toContain('\n')
    const said = JSON.parse(line)
    expect(Object.keys(said)).toEqual(members)
    // of an address only its pattern
    expect(said.route).toMatch(/^(?:\/api\/v1)?\/(?:\*|api\/[a-z.]+|[a-z:/.]+)?$/u)
    expect(line).toMatch(/^[\x20-\x7e]*$/u)
  }
  const codes = ['thuong_mai', 'clerk'].map(who => house.codeOf(who))
  const tokens = [trade.token, clerk.token].map(token => token ?? 'no token')
  const secrets = [
    ...codes,
    ...codes.map(code => code.replaceAll('-', '')),
    ...tokens,
    ...[...codes, ...tokens].map(sha256),
    'SAI-MA',
    paper,
    'the-wrong-token',
    '987654',
    '4711',
    id(1),
    id(7),
    'aaaaaaaa',
    'articles_own_site',
    'agency=',
    april,
  ]
  const all = lines.join('\n')
  expect(secrets.filter(secret => all.includes(secret))).toEqual([])
  // and what the office may look for is there; routes that need no session are told from the others
  const asked = lines.map(line => JSON.parse(line)).map(({ method, route }) => `${method} ${route}`)
  expect(asked).toContain('POST /api/v1/sessions')
  expect(asked).toContain('GET /api/v1/check/:code')
  expect(asked).toContain('DELETE /api/v1/*')
  const filed = lines
    .map(line => JSON.parse(line))
    .find(({ status, unit: of }) => status === 201 && of)
  expect(filed).toMatchObject({
    agency: 'sct-thu',
    unit: 'thuong_mai',
    role: 'unit',
    method: 'PUT',
  })
})
