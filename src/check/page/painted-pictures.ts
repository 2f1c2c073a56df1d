import type { Box, TextBlock, Wanted } from '../sheet.ts'
import { isPainted, styleOf } from './computed-styles.ts'
import { boxOf, type Containers } from './containers.ts'

/** The pictures of a sheet, which keep to their containers as texts do, and which no text may lie over. They have no letters. */
export function findPictures(sheet: Element, containers: Containers, { ignore }: Wanted): TextBlock[] {
  return (
    [...sheet.querySelectorAll('img')]
      // One that fills its place at any cost is the ground for what stands on it.
      .filter((picture) => styleOf(picture).objectFit !== 'cover')
      .filter((picture) => !(ignore && picture.closest(ignore)) && picture.getClientRects().length > 0 && isPainted(picture))
      .map((picture) => ({
        words: picture.alt,
        part: 'picture',
        isLabel: false,
        size: Number.MAX_VALUE,
        lines: [paintedBox(picture)],
        within: containers.around(picture),
      }))
  )
}

/** A picture that is shown whole may be smaller than its box, and is at that side of it where its place is. */
function paintedBox(picture: HTMLImageElement): Box {
  const box = boxOf(picture.getBoundingClientRect())
  const { objectFit, objectPosition } = styleOf(picture)
  const { naturalWidth, naturalHeight } = picture
  if (objectFit !== 'contain' || naturalWidth === 0) return box
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const scale = Math.min(width / naturalWidth, height / naturalHeight)
  const [across = 0, down = 0] = objectPosition.split(' ').map((share) => Number.parseFloat(share) / 100)
  const left = box.left + (width - naturalWidth * scale) * across
  const top = box.top + (height - naturalHeight * scale) * down
  return { left, top, right: left + naturalWidth * scale, bottom: top + naturalHeight * scale }
}
