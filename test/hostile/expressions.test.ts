import { expect, test } from 'vitest'
import { body, FINE, outcome } from './door.ts'
import type { Case } from './outcome.ts'

/** What slides say and how, in other ways than those of test/decks/broken-*. */
const TABLE: readonly Case[] = [
  // — expressions —
  [
    "Node's files by `require`",
    body("{require('node:fs').readdirSync('/').join()}"),
    'slides/door.mdx:3:11 found the module `node:fs` of Node, expected files of the deck: import data as .csv or .json',
  ],
  [
    'the end of the process',
    body('{process.exit(9)}'),
    "slides/door.mdx:3:1 `process.exit(9)` failed: Cannot read properties of undefined (reading 'exit')",
  ],
  [
    'the environment',
    body('{process.env.HOME}'),
    'slides/door.mdx:3:10 `process.env`: found undefined before `.env`, expected an object',
  ],
  [
    'a request',
    body("{fetch('https://example.com')}"),
    "slides/door.mdx:3:1 `fetch('https://example.com')` failed: fetch is not a function",
  ],
  [
    'the clock',
    body('{Date.now()}'),
    'slides/door.mdx:3:1 `Date.now()` failed: found the clock, expected a date from data/ or `date` of the deck: the same story is made tomorrow',
  ],
  [
    'the clock as a date',
    body('{new Date().getFullYear()}'),
    'slides/door.mdx:3:1 `new Date().getFullYear()` failed: found the clock, expected a date from data/ or `date` of the deck: the same story is made tomorrow',
  ],
  ['chance, which falls the same way each time', body('{Math.random() === Math.random()}'), FINE],
  [
    'a text that is thrown',
    body("{(() => { throw 'no luck' })()}"),
    "slides/door.mdx:3:1 `(() => { throw 'no luck' })()` failed: no luck",
  ],
  ['nothing that is thrown', body('{(() => { throw null })()}'), 'slides/door.mdx:3:1 `(() => { throw null })()` failed: null'],
  [
    'an object that is thrown as the slide is read',
    body('export const x = (() => { throw { a: true } })()'),
    'slides/door.mdx the slide failed to render: [object Object]',
  ],
  [
    'a promise',
    body('{Promise.resolve(1)}'),
    'slides/door.mdx:3:1 `Promise.resolve(1)` renders to a promise, which no slide waits for; expected text, a number or an element',
  ],
  [
    'a promise that fails',
    body("{Promise.reject(new Error('late'))}"),
    "slides/door.mdx:3:1 `Promise.reject(new Error('late'))` renders to a promise, which no slide waits for; expected text, a number or an element",
  ],
  ['a function', body('{() => 1}'), 'slides/door.mdx:3:1 `() => 1` renders to a function; expected text, a number or an element'],
  [
    'a symbol',
    body("{Symbol('x')}"),
    "slides/door.mdx:3:1 `Symbol('x')` renders to a symbol; expected text, a number or an element",
  ],
  [
    'a date',
    body('{new Date(0)}'),
    'slides/door.mdx:3:1 `new Date(0)` renders to an object; expected text, a number or an element',
  ],
  ['true', body('{true}'), 'slides/door.mdx:3:1 `true` renders to a boolean; expected text, a number or an element'],
  [
    'a member of every object',
    body('{({}).constructor}'),
    'slides/door.mdx:3:1 `({}).constructor` renders to a function; expected text, a number or an element',
  ],
  [
    'too deep a call',
    body('{(function again() { return again() })()}'),
    'slides/door.mdx:3:1 `(function again() { return again() })()` failed: Maximum call stack size exceeded',
  ],
  ['a text that looks like markup', body("{'<img src=x onerror=alert(true)>'}"), FINE],
  ['a comment', body('{/* fine */}'), FINE],
  // — markup —
  [
    'a script',
    body('<script>x</script>'),
    'slides/door.mdx:3:1 found <script>, expected static content; the policy of the pages blocks it',
  ],
  [
    'a frame',
    body('<iframe src="https://example.com" />'),
    'slides/door.mdx:3:1 found <iframe>, expected static content; the policy of the pages blocks it\nslides/door.mdx:3:14 found src=`https://example.com`, expected a file of the deck: pages request nothing from elsewhere\n2 problems',
  ],
  [
    'a style',
    body("<p style={{ color: 'red' }}>x</p>"),
    'slides/door.mdx:3:4 found a style attribute, expected a class: the policy of the pages blocks it; a layout, or <Columns>, says what stands where',
  ],
  [
    'an attribute that runs script',
    body('<p onclick="x()">x</p>'),
    'slides/door.mdx:3:4 found the attribute onclick, expected none: pages run no inline script',
  ],
  [
    'a form of its own',
    body('<button formaction="javascript:alert(true)">x</button>'),
    'slides/door.mdx:3:9 found the attribute formaction, expected none: pages send nothing anywhere',
  ],
  [
    'a link of SVG',
    body('<svg><a xlinkHref="javascript:alert(true)"><text>x</text></a></svg>'),
    'slides/door.mdx:3:9 found the link `javascript:alert(true)`, expected https:, mailto:, a relative path or #id',
  ],
  [
    'raw markup that runs script',
    body("<p dangerouslySetInnerHTML={{ __html: '<p onclick=alert(true)>' }} />"),
    'slides/door.mdx:3:43 found the attribute onclick, expected none: pages run no inline script',
  ],
  [
    'a link to data',
    body('[x](data:text/html,<script>)'),
    'slides/door.mdx found the link `data:text/html,%3Cscript%3E`, expected https:, mailto:, a relative path or #id',
  ],
  [
    'a link to a disk',
    body('[x](file:///etc/passwd)'),
    'slides/door.mdx:3:5 found the link `file:///etc/passwd`, expected https:, mailto:, a relative path or #id',
  ],
  [
    'a picture from elsewhere',
    body('![x](//example.com/x.png)'),
    'slides/door.mdx:3:1 found the address `//example.com/x.png`, expected a file of the deck: pages request nothing from elsewhere; save the picture beside the slide',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
