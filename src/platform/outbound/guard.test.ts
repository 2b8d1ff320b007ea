import { connect } from 'node:net'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedLookup, isAllowedAddress, resolveOutside } from './guard.ts'

const outside = { allowPrivate: false }
const inside = { allowPrivate: true }

describe('an outgoing connection', () => {
  it.each(['1.1.1.1', '93.184.215.14', '2606:4700:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])(
    'may reach the internet: %s',
    (address) => expect(isAllowedAddress(address, outside)).toBe(true),
  )

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a00:1',
  ])('reaches a private network only where it is allowed: %s', (address) => {
    expect(isAllowedAddress(address, outside)).toBe(false)
    expect(isAllowedAddress(address, inside)).toBe(true)
  })

  it.each([
    '169.254.169.254',
    'fe80::1',
    '::ffff:169.254.169.254',
    '0.0.0.0',
    '::',
    '224.0.0.1',
    '255.255.255.255',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('never reaches %s', (address) => {
    expect(isAllowedAddress(address, outside)).toBe(false)
    expect(isAllowedAddress(address, inside)).toBe(false)
  })

  it('is refused for a name that points to this machine', async () => {
    await expect(resolveOutside('localhost', outside)).rejects.toMatchObject({ code: 'address-not-allowed' })
    await expect(resolveOutside('[::1]', outside)).rejects.toMatchObject({ code: 'address-not-allowed' })
    expect((await resolveOutside('localhost', inside)).address).toMatch(/^(127\.|::1)/)
  })

  it('is refused for a name that nobody has', async () => {
    await expect(resolveOutside('nobody.invalid', inside)).rejects.toMatchObject({ code: 'name-not-found' })
  })
})

describe('a socket with the guarded look-up', () => {
  const server = createServer((socket) => socket.end('here'))
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve)))
  afterAll(() => new Promise((resolve) => void server.close(resolve)))

  const reach = (allowPrivate: boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const socket = connect({ host: 'localhost', port, lookup: guardedLookup({ allowPrivate }) })
      socket.once('data', (data) => resolve(data.toString()))
      socket.once('error', reject)
    })

  it('cannot be talked into reaching this machine by a name', async () => {
    await expect(reach(false)).rejects.toMatchObject({ code: 'address-not-allowed' })
    await expect(reach(true)).resolves.toBe('here')
  })
})
