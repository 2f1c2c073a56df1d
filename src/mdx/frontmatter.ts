import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { SlideSource } from './source.ts'

/** What a slide may say about itself above its text. */
export interface Frontmatter {
  /** Its name in addresses, a slug; that of its file without a rank unless given. */
  id?: string
  /** How its parts are placed: a layout of the machine's or of the deck's. */
  layout?: string
  /** Names for the deck's own style sheet, and the grounds `dark`, `light` and `tinted`. */
  class?: string
  /** A colour such as `#14365c`, or a picture beside the slide. */
  background?: string
  /** How its text comes in the deck. */
  transition?: string
  /** The scene that it shows, where that is not its act's. */
  scene?: string
  /** The step of the scene; the one of its own id unless given. */
  step?: string
  /** The id of the record that it tells, where that is not its own. */
  record?: string
  /** The line under its chart, where that is not the deck's. */
  source?: string
  /** Ids that it had before, by which old links still find it. */
  aliases?: string[]
}

/** The keys, in the order of messages. */
const KEYS = 'id layout class background transition scene step record source aliases'.split(' ') as (keyof Frontmatter)[]
/** The one of them that has a list of words. */
const LIST = 'aliases'

/** Reads a slide's YAML frontmatter into `source`, each value with its location. `firstLine` is the line of the opening `---`. */
export function readFrontmatter(yaml: string, firstLine: number, source: SlideSource): void {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const locationAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file: source.file, line: line + firstLine, column: col }
  }
  const blame = (offset: number, message: string) => source.diagnostics.push({ location: locationAt(offset), message })
  for (const { pos, message } of document.errors)
    blame(pos[0], `frontmatter: ${message.split('\n')[0]?.replace(/ at line.*$/, '')}; write \`key: value\`, one a line`)
  if (document.errors.length > 0 || document.contents === null) return
  if (!isMap(document.contents)) {
    blame(0, 'frontmatter: found no keys, expected lines such as `scene: ladder`')
    return
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const at = key.range?.[0] ?? 0
    if (!KEYS.some((known) => known === name)) {
      blame(at, `frontmatter: unknown key ${shown(name)}; ${suggest(name, KEYS)}`)
    } else if (name === LIST) {
      const words = isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : item)) : []
      const isSound = words.length > 0 && words.every((word) => typeof word === 'string')
      if (isSound) source.frontmatter[name] = { value: words, location: locationAt(at) }
      else blame(at, `${name}: found ${String(value)}, expected a list such as \`[old-name]\``)
    } else if (!isScalar(value) || typeof value.value !== 'string') {
      blame(at, `${name}: found ${String(value)}, expected a word`)
    } else {
      source.frontmatter[name] = { value: value.value, location: locationAt(value.range?.[0] ?? 0) }
    }
  }
}
