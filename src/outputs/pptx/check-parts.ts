import { posix } from 'node:path'
import type { Story } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import { spokenText } from '../../tree/text-of.ts'
import { type Diagnostic, InputError } from '../../util/diagnostic.ts'
import type { Part } from './package.ts'
import { emu, escapeXml, SLIDE } from './xml.ts'

/**
 * Looks at the parts before they are published: nothing is in them for which PowerPoint would offer to repair the file, everything is
 * on its slide, and
 * every word of each slide and its notes is there. Throws Error for what would be a fault of ours, InputError for lost words.
 */
export function checkParts(parts: readonly Part[], story: Story): void {
  checkWays(parts)
  for (const { path, contents } of parts)
    if (typeof contents === 'string' && /^ppt\/slides\//.test(path)) checkObjects(path, contents)
  const diagnostics = lostWords(parts, story)
  if (diagnostics.length > 0) throw new InputError(diagnostics)
}

function checkWays(parts: readonly Part[]): void {
  const paths = new Set(parts.map(({ path }) => path))
  if (paths.size !== parts.length) throw new Error('found two parts of one name, expected each once')
  for (const { path, contents, relationships = [] } of parts) {
    for (const { target, external } of relationships) {
      const to = posix.join(posix.dirname(path), target)
      if (!external && !paths.has(to)) throw new Error(`${path}: found a way to ${to}, which is no part`)
    }
    const ids = new Set(relationships.map(({ id }) => id))
    const used = typeof contents === 'string' ? contents.matchAll(/ r:(?:id|embed)="([^"]*)"/g) : []
    for (const [, id = ''] of used)
      if (!ids.has(id)) throw new Error(`${path}: found the way ${id}, expected it among its relationships`)
  }
}

/** What PowerPoint repairs although the schemas allow it. */
const REPAIRED: Readonly<Record<string, RegExp>> = {
  'a text without a paragraph': /<a:lstStyle\/><\/[ap]:txBody>/,
  'a length below zero': /\b(?:cx|cy|w|h|marL)="-/,
  'a column without width': /<a:gridCol w="0"/,
  'a gradient of one colour': /<a:gsLst><a:gs [^>]*>(?:(?!<a:gs ).)*<\/a:gsLst>/,
  'a sign before its place': /<a:pPr (?![^>]*marL)[^>]*indent="-/,
}

/** What turns about its middle may have corners outside of the box that is written. */
const PLACE = /<a:xfrm( rot="\d+")?[^>]*><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g

function checkObjects(path: string, contents: string): void {
  for (const [what, pattern] of Object.entries(REPAIRED))
    if (pattern.test(contents)) throw new Error(`${path}: found ${what}, expected none: PowerPoint would repair it`)
  // Of what is given twice, one is read. Morph pairs objects by names that begin with two marks.
  const read = contents.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '')
  for (const pattern of [/<p:cNvPr id="\d+"/g, / name="!![^"]*"/g, /<p:ph [^>]*>/g]) {
    const found: string[] = read.match(pattern) ?? []
    const twice = found.find((one, at) => found.indexOf(one) !== at)
    if (twice !== undefined) throw new Error(`${path}: found ${twice} twice, expected each once`)
  }
  for (const [, turned, x, y, cx, cy] of contents.matchAll(PLACE)) {
    const isOn = isWithin(Number(x), Number(cx), SLIDE.width, turned) && isWithin(Number(y), Number(cy), SLIDE.height, turned)
    if (!isOn) throw new Error(`${path}: found an object at ${x}, ${y} of ${cx} × ${cy} EMU, expected it on the slide`)
  }
}

/** Lengths are rounded, each by itself. */
const ROUNDED = emu(1)

function isWithin(start: number, length: number, room: number, turned: string | undefined): boolean {
  const [first, last] = turned ? [start + length / 2, start + length / 2] : [start, start + length]
  return first >= -ROUNDED && last <= emu(room) + ROUNDED
}

/** The words of slides and notes that are not in the file. */
function lostWords(parts: readonly Part[], { slides }: Story): Diagnostic[] {
  const byPath = new Map(parts.map(({ path, contents }) => [path, String(contents)]))
  return slides.flatMap(({ id, index, file, content, notes }) =>
    (
      [
        ['slides/slide', content],
        ['notesSlides/notesSlide', notes],
      ] as const
    ).flatMap(([name, tree]): Diagnostic[] => {
      const written = squeezed((byPath.get(`ppt/${name}${index + 1}.xml`) ?? '').match(/(?<=<a:t>)[^<]*/g)?.join('') ?? '')
      const lost = wordsOf(tree).find((word) => !written.includes(word))
      if (lost === undefined) return []
      const message = `slides.pptx: found no \`${lost}\` on slide ${id}, expected every word of it; put it into a paragraph, a list or a table`
      return [{ ...(file !== undefined && { location: { file } }), message }]
    }),
  )
}

/** Words as they are written in XML; formulas are written in another way. */
function wordsOf(tree: Story['slides'][number]['content']): string[] {
  return spokenText(editTree(tree, ({ tagName }) => (tagName === 'math' ? [] : undefined)))
    .split(' ')
    .map((word) => squeezed(escapeXml(word)))
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
