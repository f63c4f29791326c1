/** The code printed on papers: made of a digest, read back as people type it, and found again by it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCode, checkPage, digestsOf, qrText, readCheckCode } from '../../shared/check-code.ts'

const digests = fc.stringMatching(/^[0-9a-f]{64}$/u)
const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

describe('made', () => {
  test('of the first 50 bits, five to a sign of Crockford’s base32', () => {
    expect(checkCode('0'.repeat(64))).toBe('00000-00000')
    expect(checkCode('f'.repeat(64))).toBe('ZZZZZ-ZZZZZ')
    // 9f86d… is 10011 11110 00011 01101: K, Y, 3, D
    expect(checkCode(digest)).toBe('KY3D1-0C89H')
  })

  test('of nothing after them', () => {
    expect(checkCode('9f86d081884c4'.padEnd(64, '0'))).toBe(
      checkCode('9f86d081884c7'.padEnd(64, 'f')),
    )
    expect(checkCode('9f86d081884c8'.padEnd(64, '0'))).not.toBe(checkCode(digest))
  })
})

describe('read', () => {
  test.each([
    'KY3D1-0C89H',
    'ky3d1-0c89h',
    ' KY3D1 0C89H ',
    'KY3D10C89H',
    'KY3Di–OC89H',
    'ky3dloc89h',
  ])('as people type it: %s', typed => expect(readCheckCode(typed)).toBe('KY3D1-0C89H'))

  test.each(['', 'KY3D1', 'KY3D1-0C89H1', 'KY3D1-0C89U', '../KY3D1-0C', 'ĐY3D1-0C89H'])(
    'as none when it is none: %s',
    typed => expect(readCheckCode(typed)).toBeUndefined(),
  )

  test('whatever was printed', () => {
    fc.assert(fc.property(digests, one => readCheckCode(checkCode(one)) === checkCode(one)))
  })
})

test('a digest lies between the two its code names, and any other code’s does not', () => {
  fc.assert(
    fc.property(digests, digests, (one, other) => {
      const { first, last } = digestsOf(checkCode(one))
      expect(first.length).toBe(64)
      expect(first <= one && one <= last).toBe(true)
      expect(first <= other && other <= last).toBe(checkCode(other) === checkCode(one))
      // the edges too
      expect([checkCode(first), checkCode(last)]).toEqual([checkCode(one), checkCode(one)])
    }),
  )
})

test('the QR code leads to the page, the code where no log sees it; without a page it says the code', () => {
  expect(qrText('K7M2Q-9XB4T', 'https://bieumau.example.gov.vn')).toBe(
    'https://bieumau.example.gov.vn/check.html#K7M2Q-9XB4T',
  )
  expect(checkPage('https://bieumau.example.gov.vn/')).toBe(
    'https://bieumau.example.gov.vn/check.html',
  )
  expect(qrText('K7M2Q-9XB4T')).toBe('CCHC K7M2Q-9XB4T')
})
