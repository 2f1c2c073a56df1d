/** A circle in px, and where it belongs. */
export interface Circle {
  x: number
  y: number
  radius: number
}

const ROUNDS = 120

/** Pull towards the place where a circle belongs, per round. */
const HOME = 0.02

/** Moves circles apart until none overlaps another by more than a hair, each staying as near to its place as it can. */
export function spread<Mark extends Circle>(circles: readonly Mark[]): Mark[] {
  const moved = circles.map((circle) => ({ ...circle }))
  for (let round = 0; round < ROUNDS; round++) {
    moved.forEach((circle, i) => {
      const home = circles[i] ?? circle
      circle.x += (home.x - circle.x) * HOME
      circle.y += (home.y - circle.y) * HOME
      for (const other of moved.slice(i + 1)) separate(circle, other)
    })
  }
  return moved
}

/** Pushes two overlapping circles apart, the smaller one further. */
function separate(a: Circle, b: Circle): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const distance = Math.hypot(dx, dy) || 1
  const lack = a.radius + b.radius + 1 - distance
  if (lack <= 0) return
  const share = b.radius ** 2 / (a.radius ** 2 + b.radius ** 2)
  const [x, y] = [(dx / distance) * lack, (dy / distance) * lack]
  a.x -= x * share
  a.y -= y * share
  b.x += x * (1 - share)
  b.y += y * (1 - share)
}
