import { expect, test } from 'vitest'
import { HEAD, outcomeOf, row } from './letters.ts'

/* Each kind of cell has one table, a row for each: what is wrong with one says nothing of the others. */

/** What it is called, the cell, and what is said of it. */
type CellCase = readonly [name: string, cell: string, said: string]

/** Figures that are refused. */
const FIGURES: readonly CellCase[] = [
  ['a decimal comma', '"1,5"', 'found `1,5`, expected points such as 12; write the number without separators'],
  [
    'separators of thousands',
    '"1,234,567"',
    'found `1,234,567`, expected points such as 12; write the number without separators',
  ],
  [
    'a no-break space among digits',
    '1\u00a0000',
    'found `1\\u00a0000`, expected points such as 12; write the number without separators',
  ],
  ['a unit', '9 kg', 'found `9 kg`, expected points such as 12; write the number alone and in full, without sign, unit or word'],
  [
    'a per cent sign',
    '9%',
    'found `9%`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  ['NaN', 'NaN', 'found `NaN`, expected points such as 12; write the number in digits'],
  ['Infinity', 'Infinity', 'found `Infinity`, expected points such as 12; write the number in digits'],
  [
    'a number too large',
    '1e400',
    'found `1e400`, expected points such as 12; keep it within 9007199254740991, beyond which numbers are not exact',
  ],
  [
    'a number too small',
    '1e-400',
    'found `1e-400`, expected points such as 12; write 0, which it is to the last digit that can be kept',
  ],
  [
    'twenty digits',
    '12345678901234567890',
    'found `12345678901234567890`, expected points such as 12; keep it within 9007199254740991, beyond which numbers are not exact',
  ],
  [
    'hexadecimal digits',
    '0x10',
    'found `0x10`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  ['full-width digits', '１２', 'found `１２`, expected points such as 12; write the number in digits'],
  [
    'a minus sign of typesetters',
    '\u22125',
    'found `−5`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  ['a negative number where none may be', '-5', 'found `-5`, expected at least 0; write it without the minus sign'],
  [
    'a formula in place of a number',
    '=1+1',
    'found `=1+1`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  ['nothing where a number must be', '', 'found nothing, expected points such as 12; every row needs one'],
]

/** Texts that are refused. */
const TEXTS: readonly CellCase[] = [
  ['a space at the end', 'Alpha ', 'found `Alpha `, expected no white space around a cell; remove it'],
  ['a no-break space at the beginning', '\u00a0Alpha', 'found `\\u00a0Alpha`, expected no white space around a cell; remove it'],
  [
    'a zero-width space at the beginning',
    '\u200bAlpha',
    'found `\\u200bAlpha`, expected no white space around a cell; remove it',
  ],
  ['a byte of nothing', 'Al\0pha', 'found `Al\\u0000pha`, expected no control characters; remove them'],
  ['a bell', 'Al\u0007pha', 'found `Al\\u0007pha`, expected no control characters; remove them'],
  ['a character that turns the direction', 'Al\u202epha', 'found `Al\\u202epha`, expected no control characters; remove them'],
  ['half of a character', 'Al\ud800pha', 'found `Al�pha`, expected UTF-8; save the file with that encoding'],
  [
    'a name of one megabyte',
    `${'A'.repeat(2 ** 20)}`,
    `found \`${'A'.repeat(60)}…\`, 1048576 characters, expected at most 10000; shorten it`,
  ],
]

/** Names that no address can be made of. */
const NAMES: readonly CellCase[] = [
  ['a name without a letter', '???', 'found nothing, expected lower-case letters and digits, with single hyphens between them'],
  ['a name that is a number', '1984', 'found `1984`, expected a letter in it: a number alone is read as a position in the deck'],
  ['a name that the pages have for themselves', 'Help!', "found `help`, which the pages' own elements have; call it `help-2`"],
]

/** Rows that are shown as they stand. */
const SHOWN: readonly [name: string, cells: string, headline: string][] = [
  ['an image that runs script', '<img src=x onerror=alert(1)>,9,Greek', '<img src=x onerror=alert(1)>'],
  ['a script behind the end of one', '</script><script>alert(1)</script>,9,Greek', '</script><script>alert(1)</script>'],
  ['the end of a title', '</title></style><b>Alpha,9,Greek', '</title></style><b>Alpha'],
  ['entities', 'Alpha &lt;b&gt; & &amp;amp;,9,Greek', 'Alpha &lt;b&gt; & &amp;amp;'],
  ['an address that runs script', 'javascript:alert(1),9,Greek', 'javascript:alert(1)'],
  ['MDX', '{process.exit(1)} <Alpha/>,9,Greek', '{process.exit(1)} <Alpha/>'],
  ['constructor', 'constructor,9,toString', 'constructor'],
  ['a formula in place of a name', '=HYPERLINK(Alpha),9,@SUM(A1)', '=HYPERLINK(Alpha)'],
  ['a line break in a cell', '"Al\npha",9,Greek', 'Al pha'],
  ['a line separator', 'Be\u2028ta,9,Greek', 'Be\u2028ta'],
  ['an accent of its own', 'Cafe\u0301,9,Greek', 'Cafe\u0301'],
  ['emoji', '👩‍👩‍👧 family,9,Greek', '👩‍👩‍👧 family'],
  ['Arabic', 'ألفا,9,Greek', 'ألفا'],
  ['a backslash and quotes', '"Al\\u0022""pha\'`$1",9,Greek', 'Al\\u0022"pha\'`$1'],
  ['a dollar pattern', "Alpha $& $1 $',9,Greek", "Alpha $& $1 $'"],
]

const tableOf = (rows: readonly string[]) => `${HEAD}${rows.map((each, index) => `${10 + index},${each}\n`).join('')}`

/** What is said of a table with a row for each case, as a list of lines; the cases by their names. */
async function linesOf(csv: string): Promise<string[]> {
  return (await outcomeOf(csv)).split('\n')
}

test('figures that are refused', async () => {
  const found = await linesOf(tableOf(FIGURES.map(([, cell], index) => `Row ${10 + index},${cell},Greek`)))
  expect(found).toEqual([
    ...FIGURES.map(([, , said], index) => `data/letters.csv:${index + 2}:11 size: ${said}`),
    `${FIGURES.length} problems`,
  ])
})

test('texts that are refused', async () => {
  const found = await linesOf(tableOf(TEXTS.map(([, cell]) => `${cell},9,Greek`)))
  expect(found).toEqual([
    ...TEXTS.map(([, , said], index) => `data/letters.csv:${index + 2}:4 name: ${said}`),
    `${TEXTS.length} problems`,
  ])
})

test('names that no address can be made of', async () => {
  const found = await linesOf(tableOf(NAMES.map(([, cell]) => `${cell},9,Greek`)))
  expect(found).toEqual([
    ...NAMES.map(([, , said], index) => `slides/deck.ts records[${index}].id: ${said}`),
    `${NAMES.length} problems`,
  ])
})

test('texts that are shown as they stand', async () => {
  const headlines = SHOWN.map(([, , headline]) => `${headline} measures 9`)
  expect(await outcomeOf(tableOf(SHOWN.map(([, cells]) => cells)))).toBe(`tells: ${headlines.join(' · ')}`)
})

test.each([
  [
    'a name that ends markup',
    row('1,]]>,9,Greek'),
    'slides/deck.ts records[0].id: found nothing, expected lower-case letters and digits, with single hyphens between them',
  ],
  ['rank zero', row('0,Alpha,9,Greek'), 'data/letters.csv:2:1 rank: found `0`, expected at least 1; correct it'],
  [
    'half a rank',
    row('1.5,Alpha,9,Greek'),
    'data/letters.csv:2:1 rank: found `1.5`, expected a whole number; write it without decimals',
  ],
  [
    '__proto__ on an axis of a chart that is laid out twice',
    row('1,__proto__,9,Greek'),
    'slides/explore.mdx <Chart> (inline): found the value `__proto__`, which Vega cannot tell apart from none; write it in another way',
  ],
])('%s', async (_, csv, expected) => {
  expect(await outcomeOf(csv)).toBe(expected)
})
