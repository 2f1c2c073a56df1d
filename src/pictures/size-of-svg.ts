import type { Size } from '../story/picture.ts'
import { drawingIn } from './svg-drawing.ts'

/** Units of length in px. */
const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }

/** A drawing that names no size is as wide as the widest column, in px. */
const WIDE = 1200

/** The size of a drawing: its own width and height, else the shape of its `viewBox`. Undefined where it has neither. */
export function sizeOfSvg(bytes: Buffer): Size | undefined {
  const root = /^<svg(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(drawingIn(bytes) ?? '')?.[0] ?? ''
  const [width, height] = [lengthOf(root, 'width'), lengthOf(root, 'height')]
  if (width && height) return { width: Math.round(width), height: Math.round(height) }
  const [, , across = 0, down = 0] = (attributeOf(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (!(across > 0 && down > 0)) return undefined
  return { width: WIDE, height: Math.max(1, Math.round((WIDE * down) / across)) }
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
}

/** In px; undefined for a share of something else. */
function lengthOf(tag: string, name: string): number | undefined {
  const found = /^\s*(\d*\.?\d+)\s*([a-z]*)\s*$/.exec(attributeOf(tag, name) ?? '')
  const unit = UNITS[found?.[2] ?? '']
  return found && unit !== undefined ? Number(found[1]) * unit : undefined
}
