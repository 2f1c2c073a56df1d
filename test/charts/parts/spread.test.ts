import { expect, test } from 'vitest'
import { spread } from '../../../charts/parts/spread.ts'

test('circles move apart and stay near their places', () => {
  const home = [
    { x: 0, y: 0, radius: 10 },
    { x: 4, y: 2, radius: 10 },
    { x: -3, y: 5, radius: 4 },
    { x: 100, y: 100, radius: 5 },
  ]
  const moved = spread(home)
  moved.forEach((a, i) => {
    for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius - 0.5)
    expect(Math.hypot(a.x - (home[i]?.x ?? 0), a.y - (home[i]?.y ?? 0))).toBeLessThan(20)
  })
  expect(moved[3]).toEqual(home[3])
})
