import { describe, expect, test } from 'vitest'
import { baseAddress, consentAddress, directoryIdOf } from './clouds.ts'

describe('an address of one’s own', () => {
  test.each([
    ['https://graph.contoso.example/', 'https://graph.contoso.example'],
    [' https://Graph.Contoso.example/base// ', 'https://graph.contoso.example/base'],
    ['https://graph.contoso.example:8443', 'https://graph.contoso.example:8443'],
    ['http://127.0.0.1:7400', 'address-needs-tls'],
    ['ftp://graph.contoso.example', 'address-not-valid'],
    ['https://me:secret@graph.contoso.example', 'address-not-valid'],
    ['https://graph.contoso.example/?x=1', 'address-not-valid'],
    ['graph.contoso.example', 'address-not-valid'],
    ['', 'address-not-valid'],
  ])('%s is kept as %s', (text, kept) => {
    const answer = baseAddress(text, { allowPrivate: false })
    expect(answer.ok ? answer.address : answer.code).toBe(kept)
  })

  test('goes without TLS only where private addresses are allowed', () => {
    expect(baseAddress('http://127.0.0.1:7400/', { allowPrivate: true })).toEqual({
      ok: true,
      address: 'http://127.0.0.1:7400',
    })
  })
})

test('a directory is known by its id, in lower case', () => {
  expect(directoryIdOf(' 3B1F6A52-0D5E-4C37-9A41-5D2F0C8E7A11 ')).toBe('3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11')
  expect(directoryIdOf('contoso.example')).toBeNull()
  expect(directoryIdOf('3b1f6a52-0d5e-4c37-9a41-5d2f0c8e7a11/oauth2')).toBeNull()
})

test('consent is given where the tenant signs in', () => {
  expect(consentAddress({ loginUrl: 'https://login.example' }, 'a-b', 'c&d')).toBe(
    'https://login.example/a-b/adminconsent?client_id=c%26d',
  )
})
