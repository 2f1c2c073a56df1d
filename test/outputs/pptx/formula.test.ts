import type { Element } from 'hast'
import temml from 'temml'
import { expect, test } from 'vitest'
import { officeFormula } from '../../../src/outputs/pptx/formula.ts'
import { readTree } from '../../../src/tree/read-tree.ts'

/** A formula in short: elements by their names without looks and defaults, and texts as they are. */
function short(tex: string, displayMode = false): string {
  const [math] = readTree(temml.renderToString(tex, { displayMode })).children
  return officeFormula(math as Element)
    .replace(/<a:rPr>.*?<\/a:rPr>|<m:r>|<\/?m:t>|<\/m:r>| xmlns:m="[^"]*"|<\/?a14:m>/g, '')
    .replace(/<m:(\w+) m:val="([^"]*)"\/>/g, '[$1 $2]')
    .replace(/<(\/?)m:/g, '<$1')
}

test.for([
  [
    'a_i^2 + b_1 + c^n',
    '<sSubSup><e>a</e><sub>i</sub><sup>2</sup></sSubSup>+<sSub><e>b</e><sub>1</sub></sSub>+<sSup><e>c</e><sup>n</sup></sSup>',
  ],
  ['\\frac{a}{b}', '<f><num>a</num><den>b</den></f>'],
  ['\\binom{n}{k}', '<d><dPr>[begChr (][endChr )]</dPr><e><f><fPr>[type noBar]</fPr><num>n</num><den>k</den></f></e></d>'],
  ['\\sqrt{x}', '<rad><radPr>[degHide 1]</radPr><deg/><e>x</e></rad>'],
  ['\\sqrt[3]{x}', '<rad><deg>3</deg><e>x</e></rad>'],
  ['\\hat{x}', '<acc><accPr>[chr \u0302]</accPr><e>x</e></acc>'],
  ['\\overline{AB}', '<bar><barPr>[pos top]</barPr><e>AB</e></bar>'],
  ['\\underbrace{a}_{b}', '<limLow><e><limLow><e>a</e><lim>⏟</lim></limLow></e><lim>b</lim></limLow>'],
  ['\\text{if } x < 1', '<rPr><nor/></rPr>if\u00a0x&lt;1'],
  ['\\sin x', '<rPr>[sty p]</rPr>sinx'],
])('%s', ([tex = '', expected = '']) => {
  expect(short(tex)).toBe(`<oMath>${expected}</oMath>`)
})

test('a sum holds what it goes over, in a formula that stands apart', () => {
  const about = '<naryPr>[chr ∑][limLoc undOvr]</naryPr>'
  expect(short('\\sum_{i=1}^{n} x_i', true)).toBe(
    `<oMathPara><oMath><nary>${about}<sub>i=1</sub><sup>n</sup><e><sSub><e>x</e><sub>i</sub></sSub></e></nary></oMath></oMathPara>`,
  )
  expect(short('\\sum_k k')).toContain('<naryPr>[chr ∑][limLoc subSup][supHide 1]</naryPr><sub>k</sub><sup/><e>k</e>')
})

test('a matrix has its rows, between its parentheses', () => {
  const rows = '<mr><e>a</e><e>b</e></mr><mr><e>c</e><e>d</e></mr>'
  expect(short('\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}')).toBe(
    `<oMath><d><dPr>[begChr (][endChr )]</dPr><e><m>${rows}</m></e></d></oMath>`,
  )
})
