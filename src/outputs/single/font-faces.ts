import { basename } from 'node:path'
import type { OutputFile } from '../../util/output-file.ts'
import { dataUrl } from '../picture-files.ts'

const FACE = /@font-face\{[^}]*\}/g

/** A style sheet without its fonts. */
export function withoutFaces(css: string): string {
  return css.replace(FACE, '')
}

/**
 * The fonts of style sheets, each once and with its bytes in it. Those whose range holds no character of the text are left out.
 *
 * @param files among them the files of the fonts, by whose names the sheets know them
 */
export function facesFor(text: string, sheets: readonly string[], files: readonly OutputFile[]): string {
  const used = new Set([...text].map((character) => character.codePointAt(0) ?? 0))
  const faces = sheets.flatMap((css) => css.match(FACE) ?? []).filter((face) => isUsed(face, used))
  // Pages differ in how long they wait for one; here they never do.
  const once = new Set(faces.map((face) => face.replace(/font-display:\w+;?/, '')))
  return [...once].map((face) => withBytes(face, files)).join('')
}

/** A style sheet without the faces of mere signs, such as the arrows of the help: what stands in for them is a machine's own. */
export function withoutSigns(css: string): string {
  return css.replace(FACE, (face) => (/url\([^)]*-symbols-/.test(face) ? '' : face))
}

/** Whether the range of a face, if it has one, holds a character. */
function isUsed(face: string, used: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]*)/.exec(face)?.[1]?.split(',').map(readRange)
  return ranges === undefined || [...used].some((point) => ranges.some(([from, to]) => point >= from && point <= to))
}

/** `U+2000-206F`, `U+20AC` or `U+4??`. */
function readRange(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)]
}

function withBytes(face: string, files: readonly OutputFile[]): string {
  return face.replace(/url\("?([^")]+\.woff2)"?\)/, (_, name: string) => {
    const file = files.find(({ path }) => basename(path) === basename(name))
    if (!file) throw new Error(`found the font ${name} in a style sheet, expected a file of that name`)
    return `url(${dataUrl('font/woff2', Buffer.from(file.contents))})`
  })
}
