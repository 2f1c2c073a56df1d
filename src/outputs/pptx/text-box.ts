import { objectName, preset, transform } from './shapes.ts'
import { type Paragraph, paragraphsXml, type TextContext } from './text-body.ts'
import type { Box } from './units.ts'
import { xml } from './xml.ts'

/** Text that has no place of its own on the layout, in the box (px). Code stands on a ground. */
export function textBox(id: number, paragraphs: readonly Paragraph[], box: Box, text: TextContext, isCode = false): string {
  const about = xml(
    'p:nvSpPr',
    {},
    objectName({ id, name: isCode ? 'Code' : 'Text' }),
    xml('p:cNvSpPr', { txBox: 1 }),
    xml('p:nvPr'),
  )
  const ground = isCode ? xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg2' })) : xml('a:noFill')
  const inset = isCode ? 76_200 : 0
  const frame = xml('a:bodyPr', { wrap: 'square', lIns: inset, tIns: inset, rIns: inset, bIns: inset }, xml('a:normAutofit'))
  const body = xml('p:txBody', {}, frame, xml('a:lstStyle'), paragraphsXml(paragraphs, text))
  return xml('p:sp', {}, about, xml('p:spPr', {}, transform(box), preset('rect'), ground), body)
}

/** The paper on which words stand before a picture. */
export function paperSheet(id: number): string {
  const about = xml('p:nvSpPr', {}, objectName({ id, name: 'Paper', decorative: true }), xml('p:cNvSpPr'), xml('p:nvPr'))
  const ground = xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg1' }))
  return xml('p:sp', {}, about, xml('p:spPr', {}, transform({ x: 0, y: 480, width: 860, height: 240 }), preset('rect'), ground))
}
