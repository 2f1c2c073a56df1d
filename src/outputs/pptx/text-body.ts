import type { Element } from 'hast'
import { officeFormula } from './formula.ts'
import type { TextStyle } from './layouts.ts'
import { preset, shape, themeFill, transform } from './shapes.ts'
import { type Box, either, emu, escapeXml, hundredths, typeSize, xml } from './xml.ts'

/** Letters that look alike. What is left out is as the place of the text has it. */
export interface Look {
  bold?: boolean
  italic?: boolean
  strike?: boolean
  underline?: boolean
  /** A face of typewriters. */
  code?: boolean
  raised?: 'sup' | 'sub'
  /** Size in px. */
  size?: number
  /** A colour's place in the theme. */
  colour?: string
  /** The face of headlines. */
  major?: boolean
  /** Address that it leads to. */
  link?: string
  /** BCP 47. */
  lang?: string
}

/** A piece of a paragraph; a line ends where the text is `\n`. */
export interface Run extends Look {
  text: string
  /** The formula that the text stands for. */
  formula?: Element
}

/** A paragraph. Lengths in px. */
export interface Paragraph {
  runs: readonly Run[]
  indent?: number
  /** What stands before it, or from which number items are counted. */
  bullet?: string | { start: number }
  after?: number
  /** Height of its lines; by the size of its letters unless given. */
  line?: number
  align?: 'ctr' | 'end'
}

/** What the text of one slide needs from it. */
export interface TextContext {
  /** As Office names it. */
  language: string
  rtl: boolean
  /** The attributes of a link, or undefined for an address that leads nowhere from here. */
  linkTo(address: string): Readonly<Record<string, string>> | undefined
  /** Whether formulas are Office's own where they can be; else they are the text that was typed. */
  formulas?: boolean
}

/** Line height of a text in px by its size, as the style sheet has it: large type is set tighter. */
export function lineHeight(size: number): number {
  return size * (size > 60 ? 0.95 : size > 30 ? 1.12 : 1.3)
}

/** Space between the letters of headlines and figures, by their size, in hundredths of a point. */
export function tracking(size: number): number {
  return hundredths(size * (size > 60 ? -0.03 : -0.012))
}

/** The paragraphs as the inside of a text body. `base` is what the place has already; without it everything is said. */
export function paragraphsXml(paragraphs: readonly Paragraph[], context: TextContext, base?: TextStyle): string {
  if (paragraphs.length === 0) return xml('a:p')
  return paragraphs.map((paragraph) => paragraphXml(paragraph, context, base)).join('')
}

function paragraphXml(
  { runs, indent = 0, bullet, after, line, align }: Paragraph,
  context: TextContext,
  base?: TextStyle,
): string {
  const start = context.rtl ? 'r' : 'l'
  const side = align === 'ctr' ? 'ctr' : align === 'end' ? (context.rtl ? 'l' : 'r') : base?.align
  const own =
    runs.length > 0 && runs.every(({ size }) => size !== undefined)
      ? lineHeight(Math.max(...runs.map(({ size = 0 }) => size)))
      : undefined
  const height = line ?? (base ? own : (own ?? lineHeight(24)))
  const look = xml(
    'a:pPr',
    {
      marL: indent > 0 ? emu(indent) : undefined,
      indent: bullet === undefined ? undefined : emu(-HANG),
      algn: side ?? (context.rtl ? start : undefined),
      rtl: context.rtl ? 1 : undefined,
    },
    height === undefined ? '' : xml('a:lnSpc', {}, xml('a:spcPts', { val: hundredths(height) })),
    after === undefined ? '' : xml('a:spcAft', {}, xml('a:spcPts', { val: hundredths(after) })),
    bulletXml(bullet),
  )
  return xml('a:p', {}, look === '<a:pPr/>' ? '' : look, ...runs.map((run) => runXml(run, context, base)))
}

/** How far a bullet stands before its text, in px. */
export const HANG = 22

function bulletXml(bullet: Paragraph['bullet']): string {
  if (bullet === undefined) return ''
  if (typeof bullet === 'string') return xml('a:buFont', { typeface: 'Arial' }) + xml('a:buChar', { char: bullet })
  return (
    xml('a:buFont', { typeface: '+mj-lt' }) +
    xml('a:buAutoNum', { type: 'arabicPeriod', startAt: Math.min(32_767, Math.max(1, bullet.start)) })
  )
}

function runXml(run: Run, context: TextContext, base?: TextStyle): string {
  const look = lookXml(run, context, base)
  if (run.text === '\n') return xml('a:br', {}, look)
  const text = xml('a:r', {}, look, `<a:t>${escapeXml(run.text)}</a:t>`)
  return run.formula && context.formulas ? either(officeFormula(run.formula), text) : text
}

/** The deck's face for code, and what it is like for those who lack it. */
const CODE = { typeface: 'Source Code Pro', panose: '020B0509030403020204', pitchFamily: 49, charset: 0 }

const RAISED = { sup: 30_000, sub: -25_000 } as const

function lookXml(run: Run, context: TextContext, base?: TextStyle): string {
  const size = run.size ?? (base ? undefined : 24)
  const link = run.link === undefined ? undefined : context.linkTo(run.link)
  const face = run.code ? CODE : run.major ? { typeface: '+mj-lt' } : undefined
  return xml(
    'a:rPr',
    {
      lang: run.lang === undefined ? context.language : officeLanguage(run.lang),
      sz: size === undefined ? undefined : typeSize(size),
      b: run.bold === undefined ? undefined : Number(run.bold),
      i: run.italic ? 1 : undefined,
      u: run.underline ? 'sng' : undefined,
      strike: run.strike ? 'sngStrike' : undefined,
      baseline: run.raised && RAISED[run.raised],
      spc: run.major ? tracking(size ?? base?.size ?? 24) : undefined,
    },
    run.colour === undefined ? '' : themeFill(run.colour),
    face === undefined ? '' : xml('a:latin', face),
    link === undefined ? '' : xml('a:hlinkClick', link),
  )
}

/** A language with the region that it is most written in, since Office has no language without: `en` is `en-US`. */
export function officeLanguage(lang: string): string {
  try {
    const { language, script, region } = new Intl.Locale(lang).maximize()
    const hasScript = new Intl.Locale(lang).script !== undefined
    return [language, ...(hasScript && script ? [script] : []), region].join('-')
  } catch {
    return lang
  }
}

/** Text that has no place of its own on the layout, in the box (px). Code stands on a ground. */
export function textBox(id: number, paragraphs: readonly Paragraph[], box: Box, text: TextContext, isCode = false): string {
  const ground = isCode ? themeFill('bg2') : xml('a:noFill')
  const inset = isCode ? 76_200 : 0
  const frame = xml('a:bodyPr', { wrap: 'square', lIns: inset, tIns: inset, rIns: inset, bIns: inset }, xml('a:normAutofit'))
  const words = xml('p:txBody', {}, frame, xml('a:lstStyle'), paragraphsXml(paragraphs, text))
  return shape({ id, name: isCode ? 'Code' : 'Text' }, transform(box) + preset('rect') + ground, { isTextBox: true, words })
}

/** The paper on which words stand before a picture. */
export function paperSheet(id: number): string {
  const box = { x: 0, y: 480, width: 860, height: 240 }
  return shape({ id, name: 'Paper', decorative: true }, transform(box) + preset('rect') + themeFill('bg1'))
}
