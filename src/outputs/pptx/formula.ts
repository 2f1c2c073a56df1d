import type { Element, ElementContent } from 'hast'
import { textOf } from '../../tree/text-of.ts'
import { escapeXml, xml } from './xml.ts'

const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math'

/** A formula of MathML, as the builder of slides writes it, as one of Office's own, which can be edited there. */
export function officeFormula(math: Element): string {
  const formula = xml('m:oMath', { 'xmlns:m': MATH }, row(math.children))
  const isApart = math.properties.display === 'block'
  return xml('a14:m', {}, isApart ? xml('m:oMathPara', { 'xmlns:m': MATH }, formula) : formula)
}

const elementsIn = (children: readonly ElementContent[]): Element[] => children.filter((child) => child.type === 'element')

/** Signs that are written with their bounds, before what they go over. */
const NARY = /^[∑∏∐∫∬∭∮⋀⋁⋂⋃⨀⨁⨂⨄⨆]$/

/** Accents as MathML has them, and as Office has them. */
const ACCENTS: Readonly<Record<string, string>> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '¯': '\u0305',
  '→': '\u20d7',
  '˙': '\u0307',
  '¨': '\u0308',
}

/** What stands beside each other. A sign such as a sum takes all that follows it. */
function row(children: readonly ElementContent[]): string {
  const [first, ...rest] = elementsIn(children).filter(({ tagName }) => !/^(?:annotation|mspace)/.test(tagName))
  if (!first) return ''
  const core = unwrapped(first)
  const [base, ...bounds] = elementsIn(core.children)
  if (/^m(?:under|over|sub|sup)/.test(core.tagName) && base && NARY.test(textOf(base))) return nary(core, base, bounds, rest)
  const last = rest.at(-1)
  if (isFence(first) && last && isFence(last)) return fenced(textOf(first), textOf(last), rest.slice(0, -1))
  return written(first) + row(rest)
}

/** Without rows around it that hold it alone. */
function unwrapped(element: Element): Element {
  const [only, ...others] = elementsIn(element.children)
  return element.tagName === 'mrow' && only && others.length === 0 ? unwrapped(only) : element
}

function isFence({ tagName, properties }: Element): boolean {
  return tagName === 'mo' && String(properties.fence) === 'true'
}

const set = (name: string, val: string | number) => xml(`m:${name}`, { 'm:val': val })
const part = (name: string, ...children: readonly (Element | undefined)[]) =>
  xml(`m:${name}`, {}, row(children.filter((child) => child !== undefined)))

function fenced(begin: string, end: string, within: readonly Element[]): string {
  return xml('m:d', {}, xml('m:dPr', {}, set('begChr', begin), set('endChr', end)), part('e', ...within))
}

function nary({ tagName }: Element, base: Element, bounds: readonly Element[], rest: readonly Element[]): string {
  const isOver = /^m(?:over|sup)$/.test(tagName)
  const [low, high] = isOver ? [undefined, bounds[0]] : bounds
  const place = /under|over/.test(tagName) ? 'undOvr' : 'subSup'
  const hidden = [...(low ? [] : [set('subHide', 1)]), ...(high ? [] : [set('supHide', 1)])]
  const about = xml('m:naryPr', {}, set('chr', textOf(base)), set('limLoc', place), ...hidden)
  return xml('m:nary', {}, about, part('sub', low), part('sup', high), part('e', ...rest))
}

function written(element: Element): string {
  const { tagName, properties, children } = element
  const [one, two, three] = elementsIn(children)
  switch (tagName) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'mtext':
    case 'ms':
      return run(element)
    case 'mfrac': {
      const hasLine = !/^0/.test(String(properties.lineThickness ?? properties.linethickness ?? 1))
      return xml('m:f', {}, hasLine ? '' : xml('m:fPr', {}, set('type', 'noBar')), part('num', one), part('den', two))
    }
    case 'msqrt':
      return xml('m:rad', {}, xml('m:radPr', {}, set('degHide', 1)), xml('m:deg'), xml('m:e', {}, row(children)))
    case 'mroot':
      return xml('m:rad', {}, part('deg', two), part('e', one))
    case 'msub':
      return xml('m:sSub', {}, part('e', one), part('sub', two))
    case 'msup':
      return xml('m:sSup', {}, part('e', one), part('sup', two))
    case 'msubsup':
      return xml('m:sSubSup', {}, part('e', one), part('sub', two), part('sup', three))
    case 'munder':
      return xml('m:limLow', {}, part('e', one), part('lim', two))
    case 'mover': {
      const accent = ACCENTS[two ? textOf(two) : '']
      if (accent) return xml('m:acc', {}, xml('m:accPr', {}, set('chr', accent)), part('e', one))
      return xml('m:limUpp', {}, part('e', one), part('lim', two))
    }
    case 'menclose':
      return properties.notation === 'top'
        ? xml('m:bar', {}, xml('m:barPr', {}, set('pos', 'top')), xml('m:e', {}, row(children)))
        : row(children)
    case 'munderover':
      return xml('m:limUpp', {}, xml('m:e', {}, xml('m:limLow', {}, part('e', one), part('lim', two))), part('lim', three))
    case 'mtable':
      return xml(
        'm:m',
        {},
        ...elementsIn(children).map((line) => xml('m:mr', {}, ...elementsIn(line.children).map((cell) => part('e', cell)))),
      )
    default:
      return row(children)
  }
}

/** Names of functions and words stand upright, single letters do not. */
function run(element: Element): string {
  const letters = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  // Spaces at the ends would be left out.
  const text = letters.replace(/[\u2061-\u2064]/g, '').replaceAll(' ', '\u00a0')
  const isUpright = element.tagName === 'mi' && ([...text].length > 1 || element.properties.mathVariant === 'normal')
  const look = element.tagName === 'mtext' ? xml('m:nor') : isUpright ? set('sty', 'p') : ''
  const face = xml('a:rPr', {}, xml('a:latin', { typeface: 'Cambria Math' }))
  return text === '' ? '' : xml('m:r', {}, look === '' ? '' : xml('m:rPr', {}, look), face, `<m:t>${escapeXml(text)}</m:t>`)
}
