import type { Size } from '../../story/picture.ts'
import type { Box } from './units.ts'

/** As large as its place allows, in the middle of it from side to side, at its top. */
export function centred({ width, height }: Size, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height)
  return { x: box.x + (box.width - width * scale) / 2, y: box.y, width: width * scale, height: height * scale }
}

/** What is cut from a picture that fills its place. */
export function cutTo({ width, height }: Size, box: Box): Record<string, number> {
  const scale = Math.max(box.width / width, box.height / height)
  const [across, down] = [(1 - box.width / (width * scale)) / 2, (1 - box.height / (height * scale)) / 2].map((part) =>
    Math.round(part * 100_000),
  )
  return { ...(across && { l: across, r: across }), ...(down && { t: down, b: down }) }
}
