import { expect, test } from 'vitest'
import { cssString, pageName, pageRules, paperSize } from '../../../src/outputs/handout/page-rules.ts'

const sheets = ['One', 'One', 'Two'].map((header) => ({ header, parts: [] }))

test('pages with the same header share a name, and each name has its header', () => {
  expect(sheets.map(({ header }) => pageName(sheets, header))).toEqual(['sheet-0', 'sheet-0', 'sheet-2'])
  const rules = pageRules('a4', sheets, { lang: 'en', title: 'Title', source: 'Source' })
  expect(rules.match(/@page sheet-\d/g)).toEqual(['@page sheet-0', '@page sheet-2'])
  expect(rules).toContain('@page sheet-2{@top-left{content:"Two"}}')
})

test('the paper sets its size', () => {
  expect(pageRules('letter', sheets, { lang: 'en', title: 'Title', source: 'Source' })).toContain('size:letter')
  expect(paperSize('letter')).toEqual({ width: 612, height: 792 })
})

test('no text ends its string or the style element', () => {
  expect(cssString('"a\\b"\n</style>')).toBe('"\\22 a\\5c b\\22 \\a \\3c /style\\3e "')
})
