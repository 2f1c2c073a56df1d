import type { Locator } from '../../story/description.ts'

/** Where a record lies. Its facts say the same in words, so that screen readers pass it over. */
export function LocatorMap({ width, height, land, place, ring }: Locator) {
  return (
    <svg class="locator" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="land" d={land} />
      <path class="place" d={place} />
      {ring !== undefined && <circle cx={width / 2} cy={height / 2} r={ring} />}
    </svg>
  )
}
