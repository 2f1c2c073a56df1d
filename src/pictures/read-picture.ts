import type { Size } from '../story/picture.ts'
import { type DrawingFault, drawingFault } from './drawing-fault.ts'
import { type Format, formats } from './formats.ts'

/** Pixels that a browser can still unpack and print. */
const MOST_PIXELS = 50e6

/**
 * Looks into the file of a picture, whose name says that it is of a format: its size in px, or what is wrong with it, and where in a drawing. Bytes are
 * believed, and not the name.
 */
export function readPicture(bytes: Buffer, named: Format): Size | { fault: DrawingFault } {
  const format = formats.find(({ isOne }) => isOne(bytes))
  if (!format)
    return {
      fault: {
        message: `found ${bytes.length === 0 ? 'an empty file' : 'other bytes in it'}, expected ${named.name}; save it anew`,
      },
    }
  if (format !== named) return { fault: { message: `found ${format.name} in it; call it .${format.extensions[0]}` } }
  const wrong = format.name === 'SVG' ? drawingFault(bytes) : undefined
  if (wrong) return { fault: wrong }
  const size = measure(format, bytes)
  if (!size || size.width < 1 || size.height < 1) return { fault: { message: noSize(format) } }
  if (format.isWhole?.(bytes) === false)
    return { fault: { message: `found only the beginning of the ${format.name}; save it anew` } }
  if (size.width * size.height > MOST_PIXELS && format.name !== 'SVG')
    return {
      fault: {
        message: `found ${size.width} × ${size.height} px, expected at most ${MOST_PIXELS / 1e6} million; make it smaller`,
      },
    }
  return size
}

function measure({ sizeOf }: Format, bytes: Buffer): Size | undefined {
  try {
    return sizeOf(bytes)
  } catch {
    // The file ends before it says.
    return undefined
  }
}

function noSize({ name }: Format): string {
  return name === 'SVG'
    ? 'found a drawing without a size, expected `viewBox` in its first element'
    : `found no width and height in the ${name}; save it anew`
}
