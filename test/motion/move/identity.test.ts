import { describe, expect, test } from 'vitest'
import { findGroups, findIdentity, type Row } from '../../../src/motion/move/identity.ts'

/** Positions of the rows in the second list that stand for each of the first. */
function met(some: readonly Row[], others: readonly Row[], author?: readonly string[]): number[] {
  const identity = findIdentity(some, others, author)
  return some.map((row) => (identity ? others.findIndex((other) => identity(other) === identity(row)) : -1))
}

describe('rows are told together', () => {
  test('by all of their values where both charts have the same rows', () => {
    const rows = [1, 2, 3].map((value) => ({ kind: 'a', value }))
    expect(met(rows, rows.toReversed())).toEqual([2, 1, 0])
  })

  test('by all of their values where these are amounts alone', () => {
    const rows = [1, 2, 3, 4].map((value) => ({ wide: value / 7, high: value / 9 }))
    expect(met(rows, [...rows.slice(2), { wide: 5.5, high: 6.5 }, { wide: 7.5, high: 8.5 }])).toEqual([-1, -1, 0, 1])
    expect(met(rows, [...rows.slice(3), { wide: 5.5, high: 6.5 }, { wide: 7.5, high: 8.5 }, { wide: 9.5, high: 1.5 }])).toEqual([
      -1, -1, -1, -1,
    ])
  })

  test('by a field of names where their values are others', () => {
    const before = [
      { year: 1, team: 'x', player: 'Ann' },
      { year: 1, team: 'y', player: 'Bo' },
    ]
    const after = [
      { year: 2, team: 'y', player: 'Ann' },
      { year: 2, team: 'w', player: 'Cy' },
      { year: 2, team: 'z', player: 'Bo' },
    ]
    expect(met(before, after)).toEqual([0, 2])
  })

  test('by two fields together where neither is enough', () => {
    const rows = (value: number) => ['a', 'b'].flatMap((row) => ['c', 'd'].map((column) => ({ row, column, value: value++ })))
    expect(met(rows(1), rows(9).toReversed())).toEqual([3, 2, 1, 0])
  })

  test('as their author says', () => {
    const rows = [
      { name: 'a', code: 1 },
      { name: 'b', code: 2 },
    ]
    const renamed = [
      { name: 'b', code: 1 },
      { name: 'a', code: 2 },
    ]
    expect(met(rows, renamed, ['code'])).toEqual([0, 1])
    expect(met(rows, renamed)).toEqual([1, 0])
  })

  test('not at all where nothing is the same', () => {
    expect(met([{ name: 'a' }], [{ name: 'b' }])).toEqual([-1])
    expect(met([{ width: 1.5 }], [{ height: 1.5 }])).toEqual([-1])
  })
})

describe('members', () => {
  const groups = [
    { wood: 'north', mean: 2.5 },
    { wood: 'south', mean: 1 },
  ]

  test('belong to the group whose name they have', () => {
    const members = ['south', 'north', 'north'].map((wood, value) => ({ wood, value }))
    expect(members.map((row) => findGroups(groups, members)?.(row))).toEqual([1, 0, 0])
  })

  test('of other groups belong to none', () => {
    expect(
      findGroups(
        groups,
        ['east', 'west', 'north'].map((wood) => ({ wood })),
      ),
    ).toBeUndefined()
  })
})
