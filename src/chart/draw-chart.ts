import { compileScene } from '../motion/compile.ts'
import { drawOwnSize } from '../motion/own-size.ts'
import { stillSvg } from '../motion/still.ts'
import { frames } from '../story/frames.ts'
import type { Frame, StageState } from '../story/mark.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import { nameOf, type SpecFile } from './read-spec.ts'

/** One chart as an SVG file, or why it is none; notes tell what its author should know although it is drawn. */
export interface Drawn {
  svg?: string
  diagnostics: readonly string[]
  notes: readonly string[]
}

/** Draws a chart as it stands on a slide; `style` is the style sheet that its colours and faces come from. */
export function drawOnSlide(file: SpecFile, files: DataFiles, style: string): Drawn {
  const scene = { spec: () => file.spec, steps: [{ id: 'chart', params: {}, name: nameOf(file) }], isBeside: false }
  const { states, diagnostics, notes = [] } = compileScene(file.name, scene, frames.wide, { files, isStill: true })
  const state = states.get('chart')
  if (!state || diagnostics.length > 0) return { diagnostics: diagnostics.map(({ message }) => withoutPlace(message)), notes: [] }
  return { svg: svgFile(state, frames.wide, { style, paper: 'var(--paper)' }), diagnostics: [], notes }
}

/** Draws a chart at its own size, in Vega's own look. */
export function drawAtOwnSize(file: SpecFile, files: DataFiles): Drawn {
  const found = new Set<string>()
  try {
    const drawn = drawOwnSize(file.name, file.spec, { report: (message) => void found.add(message), files })
    if (!drawn || found.size > 0) return { diagnostics: [...found], notes: [] }
    const { state, frame, background } = drawn
    return { svg: svgFile({ ...state, name: nameOf(file) }, frame, { paper: background }), diagnostics: [], notes: [] }
  } catch (error) {
    return { diagnostics: [...found, error instanceof Error ? error.message : String(error)], notes: [] }
  }
}

/** The file is named before the line; the step has no name of the author's. */
function withoutPlace(message: string): string {
  return message.replace(/^chart `[^`]*`(?:, step `chart`)? \(\w+\): /, '')
}

/** A text that is turned about its place: what a browser computes of that may come out on the next pixel. Nothing moves in a file, so it is put there instead. */
const TURNED = / x="([^"]*)" y="([^"]*)"([^>]*) transform="rotate\((\S+) \1 \2\)"/g

/** A state as an SVG file that stands alone: with its size, its paper and the style sheet that its colours and faces come from. */
function svgFile(state: StageState, frame: Frame, { style = '', paper }: { style?: string; paper?: string | undefined }): string {
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
