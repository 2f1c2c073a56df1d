import { hash } from 'node:crypto'
import { basename } from 'node:path'
import type { Element, ElementContent } from 'hast'
import subsetFont from 'subset-font'
import { inRanges } from '../../fonts/font-package.ts'
import type { Slide, Story } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { type Cache, createCache } from '../../util/cache.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { dataUrl, withPictures, withStillMedia } from '../slide-media.ts'

/** The story for a file that has no others beside it: its pictures are in it, and what it says of other files are words without a link. */
export function standAloneStory(story: Story): Story {
  return { ...story, slides: story.slides.map(standAlone) }
}

function standAlone(slide: Slide): Slide {
  const alone = (tree: Tree) => editTree(withPictures(withStillMedia(tree), slide), linkWithin)
  const { headline, content, body, notes } = slide
  return { ...slide, headline: alone(headline), content: alone(content), body: alone(body), notes: alone(notes) }
}

/** Addresses of the pages as other pages know them, and in the one file. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:\.\/)?index\.html(?:#\/?)?/, '#/'],
  [/^(?:\.\/)?read\.html#/, '#read/'],
  [/^(?:\.\/)?read\.html$/, '#read'],
]

function linkWithin(element: Element): readonly ElementContent[] | Element | undefined {
  const { href } = element.properties
  if (element.tagName !== 'a' || typeof href !== 'string' || /^(?:#|[a-z][a-z\d+.-]*:)/i.test(href)) return undefined
  const [page, address] = PAGES.find(([pattern]) => pattern.test(href)) ?? []
  if (page === undefined || address === undefined) return element.children
  return { ...element, properties: { ...element.properties, href: href.replace(page, address) } }
}

/** Attributes by which an element loads something. */
const LOADING = ['src', 'srcSet', 'poster', 'data', 'background'] as const

/** Throws where a page, or a style sheet, of a file that has no others beside it asks for one: that is a bug of the build. */
export function checkStandsAlone(pages: readonly string[], styles: readonly string[]): void {
  const asked = [
    ...pages.flatMap((page) => elementsOf(readTree(page)).flatMap(askedBy)),
    ...styles.flatMap((css) => [...css.matchAll(/url\(["']?([^"')]+)/g)].flatMap(([, address = '']) => address)),
  ]
  const outside = asked.filter((address) => !/^(?:data:|#)/.test(address))
  if (outside.length > 0) throw new Error(`found ${outside.join(', ')} in the one file, expected all that it needs in it`)
}

/** What an element loads; of a link for readers, only an address beside this file, where nothing is. */
function askedBy({ tagName, properties }: Element): string[] {
  const loads = LOADING.map((name) => properties[name])
  const href = String(properties.href ?? '')
  const leads = tagName === 'a' ? (/^[a-z][a-z\d+.-]*:/i.test(href) ? '' : href) : href
  return [...loads, leads].filter((address): address is string => typeof address === 'string' && address !== '')
}

const FACE = /@font-face\{[^}]*\}/g

/** A style sheet without its fonts. */
export function withoutFaces(css: string): string {
  return css.replace(FACE, '')
}

/** What readers may type where they look for a slide. */
const ASCII = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** Makes kept fonts of older code unfit for use. */
const CUT = 'subset-font 2'

/**
 * The fonts of style sheets, each once and with its bytes in it, of which only the characters of the text are kept and those that may be
 * typed; none of those that have no character of the text.
 *
 * @param files among them the files of the fonts, by whose names the sheets know them
 */
export async function facesFor(
  text: string,
  sheets: readonly string[],
  files: readonly OutputFile[],
  kept: Cache = createCache('fonts'),
): Promise<string> {
  const characters = [...new Set(text), ...italicsIn(text)].sort()
  // Pages differ in how long they wait for one; here they never do.
  const faces = sheets.flatMap((css) => css.match(FACE) ?? []).map((face) => face.replace(/font-display:\w+;?/, ''))
  const bytes = new Map(files.map(({ path, contents }) => [basename(path), contents]))
  const written = [...new Set(faces)].map(async (face) => {
    const used = characters.filter((character) => isIn(face, character)).join('')
    if (used === '') return ''
    const [source = '', name = ''] = /url\("?([^")]+\.woff2)"?\)/.exec(face) ?? []
    if (source === '') return face
    const whole = bytes.get(basename(name))
    if (whole === undefined) throw new Error(`found the font ${name} in a style sheet, expected a file of that name`)
    const letters = (isIn(face, 'a') ? ASCII : '') + used
    const key = `${CUT} ${hash('sha256', whole)} ${letters}`
    const known = await kept.find(key)
    const cut = known ?? (await subsetFont(Buffer.from(whole), letters))
    if (!known) await kept.keep(key, cut)
    return face.replace(source, `url(${dataUrl('font/woff2', cut)})`)
  })
  return (await Promise.all(written)).join('')
}

/** Italic letters of formulas, which Unicode has apart: the h, where it was before, the Latin ones and the Greek ones. */
const ITALICS = [[0x210e], range(0x1d434, 0x1d467), range(0x1d6e2, 0x1d71b)]
  .map((signs) => String.fromCodePoint(...signs))
  .join('')

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** A variable of a formula, `<mi>x</mi>`, is drawn by its italic letter, which no text has. */
function italicsIn(text: string): string[] {
  const variables = new Set([...text.matchAll(/<mi[^>]*>(.)<\/mi>/gu)].map(([, letter]) => letter))
  return [...ITALICS].filter((letter) => variables.has(letter.normalize('NFKC')))
}

/** Whether the range of a face, if it has one, holds a character. */
function isIn(face: string, character: string): boolean {
  const [, ranges] = /unicode-range:([^;}]*)/.exec(face) ?? []
  return ranges === undefined || inRanges(ranges, [character.codePointAt(0) ?? 0])
}
