import { stillSvg } from '../motion/still.ts'
import type { Frame, StageState } from '../story/mark.ts'

/** A text that is turned about its place: what a browser computes of that may come out on the next pixel. Nothing moves in a file, so it is put there instead. */
const TURNED = / x="([^"]*)" y="([^"]*)"([^>]*) transform="rotate\((\S+) \1 \2\)"/g

/** A state as an SVG file that stands alone: with its size, its paper and the style sheet that its colours and faces come from. */
export function svgFile(
  state: StageState,
  frame: Frame,
  { style = '', paper }: { style?: string; paper?: string | undefined },
): string {
  const still = stillSvg(state, frame, { id: 'chart' }) || `<svg viewBox="0 0 ${frame.width} ${frame.height}">`
  const opening = still.indexOf('>')
  const size = ` xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}"`
  const sheet = style === '' ? '' : `<style>${escaped(style)}</style>`
  const background = paper === undefined ? '' : `<rect width="100%" height="100%" fill="${escaped(paper)}"/>`
  const content = still
    .slice(opening + 1)
    .replace(/<\/svg>$/, '')
    .replace(TURNED, '$3 transform="translate($1 $2) rotate($4)"')
  return `<svg${size}${still.slice('<svg'.length, opening + 1)}${sheet}${background}${content}</svg>\n`
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&quot;')
}
