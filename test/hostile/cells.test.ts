import { expect, test } from 'vitest'
import { type DataCase, outcomeOf, row } from './letters.ts'

/** One cell: figures, texts that are refused, and texts that are shown as they stand. */
const TABLE: readonly DataCase[] = [
  // — figures —
  [
    'a decimal comma',
    row('1,Alpha,"1,5",Greek'),
    'data/letters.csv:2:9 size: found `1,5`, expected points such as 12; write the number without separators',
  ],
  [
    'separators of thousands',
    row('1,Alpha,"1,234,567",Greek'),
    'data/letters.csv:2:9 size: found `1,234,567`, expected points such as 12; write the number without separators',
  ],
  [
    'a no-break space among digits',
    row('1,Alpha,1\u00a0000,Greek'),
    'data/letters.csv:2:9 size: found `1\\u00a0000`, expected points such as 12; write the number without separators',
  ],
  [
    'a unit',
    row('1,Alpha,9 kg,Greek'),
    'data/letters.csv:2:9 size: found `9 kg`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  [
    'a per cent sign',
    row('1,Alpha,9%,Greek'),
    'data/letters.csv:2:9 size: found `9%`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  [
    'NaN',
    row('1,Alpha,NaN,Greek'),
    'data/letters.csv:2:9 size: found `NaN`, expected points such as 12; write the number in digits',
  ],
  [
    'Infinity',
    row('1,Alpha,Infinity,Greek'),
    'data/letters.csv:2:9 size: found `Infinity`, expected points such as 12; write the number in digits',
  ],
  [
    'a number too large',
    row('1,Alpha,1e400,Greek'),
    'data/letters.csv:2:9 size: found `1e400`, expected points such as 12; keep it within 9007199254740991, beyond which numbers are not exact',
  ],
  [
    'a number too small',
    row('1,Alpha,1e-400,Greek'),
    'data/letters.csv:2:9 size: found `1e-400`, expected points such as 12; write 0, which it is to the last digit that can be kept',
  ],
  [
    'twenty digits',
    row('1,Alpha,12345678901234567890,Greek'),
    'data/letters.csv:2:9 size: found `12345678901234567890`, expected points such as 12; keep it within 9007199254740991, beyond which numbers are not exact',
  ],
  [
    'hexadecimal digits',
    row('1,Alpha,0x10,Greek'),
    'data/letters.csv:2:9 size: found `0x10`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  [
    'full-width digits',
    row('1,Alpha,１２,Greek'),
    'data/letters.csv:2:9 size: found `１２`, expected points such as 12; write the number in digits',
  ],
  [
    'a minus sign of typesetters',
    row('1,Alpha,\u22125,Greek'),
    'data/letters.csv:2:9 size: found `−5`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  [
    'a negative number where none may be',
    row('1,Alpha,-5,Greek'),
    'data/letters.csv:2:9 size: found `-5`, expected at least 0; write it without the minus sign',
  ],
  [
    'a formula in place of a number',
    row('1,Alpha,=1+1,Greek'),
    'data/letters.csv:2:9 size: found `=1+1`, expected points such as 12; write the number alone and in full, without sign, unit or word',
  ],
  [
    'nothing where a number must be',
    row('1,Alpha,,Greek'),
    'data/letters.csv:2:9 size: found nothing, expected points such as 12; every row needs one',
  ],
  ['rank zero', row('0,Alpha,9,Greek'), 'data/letters.csv:2:1 rank: found `0`, expected at least 1; correct it'],
  [
    'half a rank',
    row('1.5,Alpha,9,Greek'),
    'data/letters.csv:2:1 rank: found `1.5`, expected a whole number; write it without decimals',
  ],
  // — texts: what is refused —
  [
    'a space at the end',
    row('1,Alpha ,9,Greek'),
    'data/letters.csv:2:3 name: found `Alpha `, expected no white space around a cell; remove it',
  ],
  [
    'a no-break space at the beginning',
    row('1,\u00a0Alpha,9,Greek'),
    'data/letters.csv:2:3 name: found `\\u00a0Alpha`, expected no white space around a cell; remove it',
  ],
  [
    'a zero-width space at the beginning',
    row('1,\u200bAlpha,9,Greek'),
    'data/letters.csv:2:3 name: found `\\u200bAlpha`, expected no white space around a cell; remove it',
  ],
  [
    'a byte of nothing',
    row('1,Al\0pha,9,Greek'),
    'data/letters.csv:2:3 name: found `Al\\u0000pha`, expected no control characters; remove them',
  ],
  [
    'a bell',
    row('1,Al\u0007pha,9,Greek'),
    'data/letters.csv:2:3 name: found `Al\\u0007pha`, expected no control characters; remove them',
  ],
  [
    'a character that turns the direction',
    row('1,Al\u202epha,9,Greek'),
    'data/letters.csv:2:3 name: found `Al\\u202epha`, expected no control characters; remove them',
  ],
  [
    'half of a character',
    row('1,Al\ud800pha,9,Greek'),
    'data/letters.csv:2:3 name: found `Al�pha`, expected UTF-8; save the file with that encoding',
  ],
  [
    'a name of one megabyte',
    row(`1,${'A'.repeat(2 ** 20)},9,Greek`),
    `data/letters.csv:2:3 name: found \`${'A'.repeat(60)}…\`, 1048576 characters, expected at most 10000; shorten it`,
  ],
  [
    'a name without a letter',
    row('1,???,9,Greek'),
    'slides/deck.ts records[0].id: found nothing, expected lower-case letters and digits, with single hyphens between them',
  ],
  [
    'a name that is a number',
    row('1,1984,9,Greek'),
    'slides/deck.ts records[0].id: found `1984`, expected a letter in it: a number alone is read as a position in the deck',
  ],
  [
    'a name that ends markup',
    row('1,]]>,9,Greek'),
    'slides/deck.ts records[0].id: found nothing, expected lower-case letters and digits, with single hyphens between them',
  ],
  [
    'a name that the pages have for themselves',
    row('1,Help!,9,Greek'),
    "slides/deck.ts records[0].id: found `help`, which the pages' own elements have; call it `help-2`",
  ],
  // — texts: what is shown as it stands —
  ['an image that runs script', row('1,<img src=x onerror=alert(1)>,9,Greek'), 'tells: <img src=x onerror=alert(1)> measures 9'],
  [
    'a script behind the end of one',
    row('1,</script><script>alert(1)</script>,9,Greek'),
    'tells: </script><script>alert(1)</script> measures 9',
  ],
  ['the end of a title', row('1,</title></style><b>Alpha,9,Greek'), 'tells: </title></style><b>Alpha measures 9'],
  ['entities', row('1,Alpha &lt;b&gt; & &amp;amp;,9,Greek'), 'tells: Alpha &lt;b&gt; & &amp;amp; measures 9'],
  ['an address that runs script', row('1,javascript:alert(1),9,Greek'), 'tells: javascript:alert(1) measures 9'],
  ['MDX', row('1,{process.exit(1)} <Alpha/>,9,Greek'), 'tells: {process.exit(1)} <Alpha/> measures 9'],
  [
    '__proto__ on an axis of a chart that is laid out twice',
    row('1,__proto__,9,Greek'),
    'slides/explore.mdx <Chart> (inline): found the value `__proto__`, which Vega cannot tell apart from none; write it in another way',
  ],
  ['constructor', row('1,constructor,9,toString'), 'tells: constructor measures 9'],
  ['a formula in place of a name', row('1,=HYPERLINK(Alpha),9,@SUM(A1)'), 'tells: =HYPERLINK(Alpha) measures 9'],
  ['a line break in a cell', row('1,"Al\npha",9,Greek'), 'tells: Al pha measures 9'],
  ['a line separator', row('1,Al\u2028pha,9,Greek'), 'tells: Al\u2028pha measures 9'],
  ['an accent of its own', row('1,Cafe\u0301,9,Greek'), 'tells: Cafe\u0301 measures 9'],
  ['emoji', row('1,👩‍👩‍👧 family,9,Greek'), 'tells: 👩‍👩‍👧 family measures 9'],
  ['Arabic', row('1,ألفا,9,Greek'), 'tells: ألفا measures 9'],
  ['a backslash and quotes', row('1,"Al\\u0022""pha\'`$1",9,Greek'), 'tells: Al\\u0022"pha\'`$1 measures 9'],
  ['a dollar pattern', row("1,Alpha $& $1 $',9,Greek"), "tells: Alpha $& $1 $' measures 9"],
]

test.for(TABLE)('%s', async ([, csv, expected]) => {
  expect(await outcomeOf(csv)).toBe(expected)
})
