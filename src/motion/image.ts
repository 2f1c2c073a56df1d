import type { ImageMark, Mark } from '../story/mark.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import { paintOf } from './paint.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf, UnfitMark } from './scenegraph.ts'

/** Parts of the size that a picture is moved by, as it is aligned. */
const SHIFTS: Readonly<Record<string, number>> = { center: 0.5, right: 1, middle: 0.5, bottom: 1 }

/** A picture of the deck; a side that the chart leaves open is in proportion. Throws UnfitMark, to be reported, for one that cannot be had. */
export function imageMark(item: SceneItem, groupX: number, groupY: number, files: DataFiles | undefined): Mark[] {
  const url = stringOf(item, 'url')
  if (url === undefined || url === '') return []
  const picture = pictureAt(url, files)
  const proportion = picture.width / picture.height
  const height = numberOf(item, 'height', item.width === undefined ? picture.height : numberOf(item, 'width') / proportion)
  const width = numberOf(item, 'width', height * proportion)
  const { opacity, fillOpacity, strokeOpacity } = paintOf({ ...item, fill: 'black', stroke: undefined })
  const seen = (opacity ?? 1) * (fillOpacity ?? 1) * (strokeOpacity ?? 1)
  const mark: ImageMark = {
    kind: 'image',
    x: round(groupX + numberOf(item, 'x') - width * (SHIFTS[String(item.align)] ?? 0)),
    y: round(groupY + numberOf(item, 'y') - height * (SHIFTS[String(item.baseline)] ?? 0)),
    width: round(width),
    height: round(height),
    href: picture.href,
  }
  if (seen !== 1) mark.opacity = round(seen, 3)
  if (item.aspect === false) mark.stretched = true
  if (item.smooth === false) mark.pixelated = true
  return [mark]
}

function pictureAt(url: string, files: DataFiles | undefined): ReturnType<DataFiles['picture']> {
  if (!files) throw new UnfitMark(`found the picture \`${url}\`, expected a file of the deck`)
  try {
    return files.picture(url)
  } catch (error) {
    throw new UnfitMark(error instanceof Error ? error.message : String(error))
  }
}
