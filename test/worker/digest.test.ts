/** Codes and digests. */
import { expect, test } from 'vitest'
import { asTyped } from '../../shared/check-code.ts'
import { newCode, newToken } from '../../worker/code.ts'
import { canonicalJson, sha256 } from '../../worker/digest.ts'

test('canonical JSON does not depend on key order, composition or absent members', () => {
  const one = { b: [1, { z: 'Nguyễn'.normalize('NFD'), a: null }], a: 1.5, gone: undefined }
  const other = { a: 1.5, b: [1, { a: null, z: 'Nguyễn'.normalize('NFC') }] }
  expect(canonicalJson(one)).toBe('{"a":1.5,"b":[1,{"a":null,"z":"Nguyễn"}]}')
  expect(canonicalJson(one)).toBe(canonicalJson(other))
})

test('canonical JSON keeps what differs apart', () => {
  const texts = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, {}, { b: 1 }].map(canonicalJson)
  expect(new Set(texts).size).toBe(6)
})

test('SHA-256 of "abc" is that of FIPS 180-4', async () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('a code is 26 letters without doubt, in groups, and no two are alike', () => {
  const codes = Array.from({ length: 200 }, newCode)
  for (const code of codes) {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{6}$/u)
    expect(asTyped(code)).toHaveLength(26)
  }
  expect(new Set(codes).size).toBe(200)
  // every letter of the alphabet turns up: 5200 draws of 32
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32)
})

test('what people type reads as the code', () => {
  expect(asTyped(' 7f3k il–o0 ')).toBe('7F3K1100')
})

test('a token is 256 bits', () => {
  expect(newToken()).toMatch(/^[0-9a-f]{64}$/u)
  expect(newToken()).not.toBe(newToken())
})
