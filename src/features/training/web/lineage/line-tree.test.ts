import { expect, test } from 'vitest'
import { type LineNode, treeOf } from './line-tree.ts'

const link = (personId: string, trainerId: string, trainerAs: 'root' | 'lead', courseKey = 'tier-1') => ({
  number: personId,
  courseKey,
  personId,
  trainerId,
  trainerAs,
  issuedAt: '2026-11-23T09:00:00.000Z',
  validUntil: '2027-11-23T09:00:00.000Z',
  state: 'valid' as const,
})

const drawn = ({ personId, trained }: LineNode): unknown =>
  trained.length === 0 ? personId : { [personId]: trained.map(drawn) }

test('the drawing goes from the MDM team by the leads to the members', () => {
  const links = [
    link('lies', 'mira', 'root'),
    link('tess', 'lies', 'lead'),
    link('tom', 'lies', 'lead'),
    link('leo', 'mira', 'root', 'tier-2'),
  ]
  expect(treeOf(links, 'tier-1').roots.map(drawn)).toEqual([{ mira: [{ lies: ['tess', 'tom'] }] }])
  expect(treeOf(links, 'tier-2').roots.map(drawn)).toEqual([{ mira: ['leo'] }])
})

test('whoever was trained by somebody without a certificate stands loose', () => {
  const { roots, loose } = treeOf([link('tess', 'lies', 'lead'), link('tom', 'tess', 'lead')], 'tier-1')
  expect(roots).toEqual([])
  expect(loose.map(drawn)).toEqual([{ tess: ['tom'] }])
})

test('a circle in what is kept is drawn once, and ends', () => {
  const { loose } = treeOf([link('a', 'b', 'lead'), link('b', 'a', 'lead')], 'tier-1')
  expect(loose.map(drawn)).toEqual([{ a: ['b'] }])
})
