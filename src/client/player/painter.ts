import type { Picture } from '../../motion/seek.ts'
import { createClips } from './clips.ts'
import { createSprite, type Sprite, writeAll } from './mark-node.ts'

/** Draws whole pictures into an `<svg>`, whose content it replaces; what is in one picture and the next keeps its element. */
export function createPainter(svg: SVGElement): (picture: Picture) => void {
  const clips = createClips()
  let sprites = new Map<string, Sprite>()
  return (picture) => {
    sprites = new Map(
      [...picture].map(([key, { tag, values }]) => {
        const known = sprites.get(key)
        if (known?.tag !== tag) return [key, createSprite(tag, values, clips.url)]
        writeAll(known, values)
        return [key, known]
      }),
    )
    const elements = [clips.element, ...[...sprites.values()].map(({ element }) => element)]
    if (elements.some((element, index) => svg.children[index] !== element) || svg.children.length !== elements.length)
      svg.replaceChildren(...elements)
  }
}
