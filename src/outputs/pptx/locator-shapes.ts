import type { Element } from 'hast'
import { compactOutline } from '../../motion/outline.ts'
import type { PathMark } from '../../story/mark.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { classesOf } from './blocks.ts'
import { pathShape, plainShape } from './mark-shapes.ts'
import { type ObjectName, preset, transform } from './shapes.ts'
import { type Box, SLIDE } from './xml.ts'

/** Where the small map of a record stands beside the headline, in px. */
export const LOCATOR: Box = { x: 1040, y: 56, width: 200, height: 112 }

/** The small map as shapes: the land around, the place, and a ring where it is small. */
export function locatorShapes(map: Element, rtl: boolean, name: () => ObjectName): string[] {
  const box = rtl ? { ...LOCATOR, x: SLIDE.width - LOCATOR.x - LOCATOR.width } : LOCATOR
  const [, , width = LOCATOR.width, height = LOCATOR.height] = String(map.properties.viewBox).split(' ').map(Number)
  const scale = Math.min(box.width / width, box.height / height)
  const outlines = elementsOf(map, 'path').flatMap((path) => {
    const d = compactOutline(String(path.properties.d), box.x, box.y, scale)
    const fill = classesOf(path).includes('place') ? 'var(--signal)' : 'var(--faint)'
    return pathShape({ kind: 'path', x: 0, y: 0, d, fill } satisfies Partial<PathMark> as PathMark, box, name)
  })
  const rings = elementsOf(map, 'circle').map(({ properties: { cx, cy, r } }) => {
    const radius = Number(r) * scale
    const place = {
      x: box.x + Number(cx) * scale - radius,
      y: box.y + Number(cy) * scale - radius,
      width: 2 * radius,
      height: 2 * radius,
    }
    return plainShape(name(), transform(place) + preset('ellipse'), { stroke: 'var(--signal)', strokeWidth: 1 })
  })
  return [...outlines, ...rings]
}
