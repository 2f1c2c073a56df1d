import * as vega from 'vega'
import { expect, test } from 'vitest'
import { equalEarth } from '../../../charts/parts/equal-earth.ts'

type Projection = ((point: number[]) => [number, number]) & {
  scale(value: number): Projection
  translate(point: number[]): Projection
}

test.each([
  [0, 0],
  [8, 47],
  [-102, 24],
  [105, -36],
  [179, 71],
])('%f° %f° is where Vega puts it', (longitude, latitude) => {
  const project = (vega.projection as unknown as (type: string) => () => Projection)('equalEarth')()
    .scale(150)
    .translate([400, 300])
  const [x, y] = equalEarth([longitude, latitude], 150, [400, 300])
  const [vegaX, vegaY] = project([longitude, latitude])
  expect(x).toBeCloseTo(vegaX, 6)
  expect(y).toBeCloseTo(vegaY, 6)
})
