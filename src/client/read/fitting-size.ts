/** The sizes that the stage is compiled for, by the names of their frames. */
export type Size = 'column' | 'narrow' | 'short' | 'slim'

/** Below these the smallest labels of the large size would be under 12 px. */
const COLUMN = { width: 640, height: 600 }
/** Width, in px, under which the same holds of the narrow and the short size. */
const NARROW_WIDTH = 360
/** Height, in px, under which the same holds of the narrow size. */
const NARROW_HEIGHT = 400

/** The size whose labels are readable in the host's box. `text` is how many times as large as usual the reader has text; charts are then drawn larger. */
export function fittingSize(host: Pick<HTMLElement, 'clientWidth' | 'clientHeight'>, text = 1): Size {
  const [clientWidth, clientHeight] = [host.clientWidth / text, host.clientHeight / text]
  if (clientWidth >= COLUMN.width && clientHeight >= COLUMN.height) return 'column'
  if (clientWidth < NARROW_WIDTH) return 'slim'
  return clientHeight < NARROW_HEIGHT && clientWidth > clientHeight ? 'short' : 'narrow'
}
