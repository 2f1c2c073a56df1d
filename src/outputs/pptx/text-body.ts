import type { Element } from 'hast'
import { officeFormula } from './formula.ts'
import type { TextStyle } from './layouts.ts'
import type { PaintedText } from './painted.ts'
import { preset, shape, themeFill, transform } from './shapes.ts'
import { type Attributes, type Box, either, emu, escapeXml, hundredths, typeSize, xml } from './xml.ts'

/** Letters that look alike. What is left out is as the place of the text has it. Lengths in px. */
export interface Look {
  bold?: boolean
  italic?: boolean
  strike?: boolean
  underline?: boolean
  face?: Attributes
  raised?: 'sup' | 'sub'
  size?: number
  /** A colour's place in the theme, or `#rrggbb`. */
  colour?: string
  /** Space between letters. */
  spacing?: number
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
  hanging?: PaintedText['hanging']
  after?: number
  /** Height of its lines. */
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

/** Space between the letters of headlines in px, by their size. */
export function tracking(size: number): number {
  return size * -0.012
}

/** The paragraphs as the inside of a text body. What they leave out is as `place` has it. */
export function paragraphsXml(paragraphs: readonly Paragraph[], context: TextContext, place?: TextStyle): string {
  if (paragraphs.length === 0) return xml('a:p')
  return paragraphs.map((paragraph) => paragraphXml(paragraph, context, place)).join('')
}

function paragraphXml(
  { runs, indent = 0, hanging, after, line, align }: Paragraph,
  context: TextContext,
  place?: TextStyle,
): string {
  const end = context.rtl ? 'l' : 'r'
  const side = align === 'ctr' ? 'ctr' : align === 'end' ? end : (place?.align ?? (context.rtl ? 'r' : undefined))
  const look = xml(
    'a:pPr',
    {
      marL: indent > 0 ? emu(indent) : undefined,
      indent: hanging && emu(-hanging.by),
      algn: side,
      rtl: context.rtl ? 1 : undefined,
    },
    line === undefined ? '' : xml('a:lnSpc', {}, xml('a:spcPts', { val: hundredths(line) })),
    after === undefined ? '' : xml('a:spcAft', {}, xml('a:spcPts', { val: hundredths(after) })),
    markerXml(hanging?.text),
  )
  return xml('a:p', {}, look === '<a:pPr/>' ? '' : look, ...runs.map((run) => runXml(run, context)))
}

function markerXml(text: string | number | undefined): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return xml('a:buFont', { typeface: 'Arial' }) + xml('a:buChar', { char: text })
  return (
    xml('a:buFont', { typeface: '+mj-lt' }) +
    xml('a:buAutoNum', { type: 'arabicPeriod', startAt: Math.min(32_767, Math.max(1, text)) })
  )
}

function runXml(run: Run, context: TextContext): string {
  const look = lookXml(run, context)
  if (run.text === '\n') return xml('a:br', {}, look)
  const text = xml('a:r', {}, look, `<a:t>${escapeXml(run.text)}</a:t>`)
  return run.formula && context.formulas ? either(officeFormula(run.formula), text) : text
}

const RAISED = { sup: 30_000, sub: -25_000 } as const

const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value))

function lookXml(run: Run, context: TextContext): string {
  const link = run.link === undefined ? undefined : context.linkTo(run.link)
  return xml(
    'a:rPr',
    {
      lang: run.lang === undefined ? context.language : officeLanguage(run.lang),
      sz: run.size === undefined ? undefined : typeSize(run.size),
      b: flag(run.bold),
      i: flag(run.italic),
      u: run.underline ? 'sng' : undefined,
      strike: run.strike ? 'sngStrike' : undefined,
      baseline: run.raised && RAISED[run.raised],
      spc: run.spacing === undefined ? undefined : hundredths(run.spacing),
    },
    run.colour === undefined ? '' : themeFill(run.colour),
    run.face === undefined ? '' : xml('a:latin', run.face),
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

/** Text that has no place of its own on the layout, in the box (px); `on` is the colour of its ground, which goes so far around it. */
export function textBox(id: number, words: string, box: Box, on?: { colour: string; inset: readonly number[] }): string {
  const [lIns, tIns, rIns, bIns] = (on?.inset ?? [0, 0, 0, 0]).map(emu)
  const frame = xml('a:bodyPr', { wrap: 'square', lIns, tIns, rIns, bIns }, xml('a:normAutofit'))
  const body = xml('p:txBody', {}, frame, xml('a:lstStyle'), words)
  const look = transform(box) + preset('rect') + (on ? themeFill(on.colour) : xml('a:noFill'))
  return shape({ id, name: on ? 'Code' : 'Text' }, look, { isTextBox: true, words: body })
}
