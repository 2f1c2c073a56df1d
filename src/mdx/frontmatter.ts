import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { SlideSource } from './source.ts'

/** What a slide may say about itself above its text. */
const FRONTMATTER_KEYS = [
  'id',
  'layout',
  'class',
  'background',
  'transition',
  'scene',
  'step',
  'record',
  'source',
  'aliases',
] as const
/** The one of them that has a list of words. */
const LIST = 'aliases'

/** Reads a slide's YAML frontmatter into `source`, each value with its place. `firstLine` is the line of the opening `---`. */
export function readFrontmatter(yaml: string, firstLine: number, source: SlideSource): void {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file: source.file, line: line + firstLine, column: col }
  }
  for (const error of document.errors) {
    source.problems.push({
      place: placeAt(error.pos[0]),
      message: `frontmatter: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}; write \`key: value\`, one a line`,
    })
  }
  if (document.errors.length > 0 || document.contents === null) return
  if (!isMap(document.contents)) {
    const message = 'frontmatter: found no keys, expected lines such as `scene: ladder`'
    source.problems.push({ place: placeAt(0), message })
    return
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const place = placeAt(key.range?.[0] ?? 0)
    if (!FRONTMATTER_KEYS.some((known) => known === name)) {
      source.problems.push({ place, message: `frontmatter: unknown key ${shown(name)}; ${suggest(name, FRONTMATTER_KEYS)}` })
    } else if (name === LIST) {
      const words = isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : item)) : []
      const isSound = words.length > 0 && words.every((word) => typeof word === 'string')
      if (isSound) source.frontmatter[name] = { value: words, place }
      else source.problems.push({ place, message: `${name}: found ${String(value)}, expected a list such as \`[old-name]\`` })
    } else if (!isScalar(value) || typeof value.value !== 'string') {
      source.problems.push({ place, message: `${name}: found ${String(value)}, expected a word` })
    } else {
      source.frontmatter[name] = { value: value.value, place: placeAt(value.range?.[0] ?? 0) }
    }
  }
}
