import type { Entrance, Mark } from './mark.ts'
import type { SpecMark } from './vegaSpec.ts'

const entrances: readonly Entrance[] = ['up', 'right', 'centre', 'drop', 'fade']

/** How a mark comes onto the stage: as its chart's `style` says, else bars grow from their baseline, other rectangles from their centre, and the rest fades. */
export function entranceOf(mark: Mark, spec: SpecMark | undefined): Entrance {
  const chosen = [spec?.style ?? []].flat().find((style): style is Entrance => entrances.some((entrance) => entrance === style))
  if (chosen) return chosen
  if (mark.kind !== 'rect' || spec?.type === 'group' || !spec) return 'fade'
  const channels = spec.encode?.update ?? {}
  if ('y2' in channels && 'x2' in channels) return 'fade'
  if ('y2' in channels) return 'up'
  return 'x2' in channels ? 'right' : 'centre'
}
