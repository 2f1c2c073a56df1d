import type { Entrance, Mark } from '../story/mark.ts'
import type { SpecMark } from './vegaSpec.ts'

const entrances: readonly string[] = ['up', 'right', 'centre', 'drop', 'fade'] satisfies Entrance[]

/** How a mark comes onto the stage: as its chart's `style` says, else bars grow from their baseline, other rectangles from their centre, and the rest fades. */
export function entranceOf(mark: Mark, spec: SpecMark | undefined): Entrance {
  const chosen = chosenEntrance(spec?.style)
  if (chosen) return chosen
  if (mark.kind !== 'rect' || spec?.type === 'group' || !spec) return 'fade'
  const channels = spec.encode?.update ?? {}
  if ('y2' in channels && 'x2' in channels) return 'fade'
  if ('y2' in channels) return 'up'
  return 'x2' in channels ? 'right' : 'centre'
}

function chosenEntrance(style: SpecMark['style'] = []): Entrance | undefined {
  if (typeof style === 'string') return isEntrance(style) ? style : undefined
  return style.find(isEntrance)
}

function isEntrance(style: string): style is Entrance {
  return entrances.includes(style)
}
