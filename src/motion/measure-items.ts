import { textWidth } from './measure-text.ts'
import { numberOf, type SceneItem, textMetrics } from './scenegraph.ts'

/** Width in px that a Vega text item takes with the given text. */
export function itemWidth(item: SceneItem, text: string): number {
  return textWidth(text, numberOf(item, 'fontSize', 11), String(item.font ?? ''), item.fontWeight as number | string | undefined)
}

/** A line of a Vega text item, cut to the item's limit as Vega cuts it. */
export function fittedLine(item: SceneItem, text: string): string {
  const limit = numberOf(item, 'limit')
  if (!(limit > 0) || itemWidth(item, text) < limit) return text
  const ellipsis = typeof item.ellipsis === 'string' ? item.ellipsis : '\u2026'
  const room = limit - itemWidth(item, ellipsis)
  const isFromRight = item.dir === 'rtl'
  const part = (length: number) => (isFromRight ? text.slice(text.length - length) : text.slice(0, length))
  let [fits, tooLong] = [0, text.length + 1]
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >>> 1
    if (itemWidth(item, part(middle)) < room) fits = middle
    else tooLong = middle
  }
  return isFromRight ? ellipsis + part(fits) : part(fits) + ellipsis
}

/** Makes Vega's layout measure text with these widths; without a canvas it would take 0.8 em for every character. */
export function measureInVega(): void {
  textMetrics.width = (item, text) => {
    const line = String(text ?? '').trim()
    return line === '' ? 0 : itemWidth(item, fittedLine(item, line))
  }
}
