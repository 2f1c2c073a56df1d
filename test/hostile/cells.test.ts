import { type DataCase, HEAD, outcomeOf, row } from './letters.ts'
import { testStored } from './stored.ts'

/** A row for each of these: what is wrong with one says nothing of the others. */
const rowsOf = (...cells: string[]) => HEAD + cells.map((each, index) => `${10 + index},${each}\n`).join('')

const FIGURES = [
  '"1,5"',
  '"1,234,567"',
  '1\u00a0000',
  '9 kg',
  '9%',
  '１２',
  '\u22125',
  '-5',
  '=1+1',
  '0x10',
  '',
  'NaN',
  'Infinity',
]
const BEYOND = ['1e400', '1e-400', '12345678901234567890']
const TEXTS = [
  'Alpha ',
  '\u00a0Alpha',
  '\u200bAlpha',
  'Al\0pha',
  'Al\u0007pha',
  'Al\u202epha',
  'Al\ud800pha',
  'A'.repeat(2 ** 20),
]

const TABLE: readonly DataCase[] = [
  ['figures', rowsOf(...[...FIGURES, ...BEYOND].map((cell, index) => `Row ${10 + index},${cell},Greek`))],
  ['texts that nobody can have meant', rowsOf(...TEXTS.map((cell) => `${cell},9,Greek`))],
  ['names that no address can be made of', rowsOf('???,9,Greek', '1984,9,Greek', 'Help!,9,Greek')],
  [
    'texts that are shown as they stand',
    rowsOf(
      '<img src=x onerror=alert(1)>,9,Greek',
      '</script><script>alert(1)</script>,9,Greek',
      '</title></style><b>Alpha,9,Greek',
      'Alpha &lt;b&gt; & &amp;amp;,9,Greek',
      'javascript:alert(1),9,Greek',
      '{process.exit(1)} <Alpha/>,9,Greek',
      'constructor,9,toString',
      '=HYPERLINK(Alpha),9,@SUM(A1)',
      '"Al\npha",9,Greek',
      'Be\u2028ta,9,Greek',
      'Cafe\u0301,9,Greek',
      '👩‍👩‍👧 family,9,Greek',
      'ألفا,9,Greek',
      '"Al\\u0022""pha\'`$1",9,Greek',
      "Alpha $& $1 $',9,Greek",
    ),
  ],
  ['a name that ends markup', row('1,]]>,9,Greek')],
  ['rank zero', row('0,Alpha,9,Greek')],
  ['half a rank', row('1.5,Alpha,9,Greek')],
  ['__proto__ on an axis of a chart that is laid out twice', row('1,__proto__,9,Greek')],
]

testStored('cells', TABLE, ([, csv]) => outcomeOf(csv))
