import { body, door, outcome } from './door.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

/** What slides say and how, in other ways than those of test/decks/broken-*. */
const TABLE: readonly Case[] = [
  // — expressions —
  ['what throws in a headline', door("# A door opens {(() => { throw new Error('no luck') })()}\n")],
  ["Node's files by `require`", body("{require('node:fs').readdirSync('/').join()}")],
  ['the end of the process', body('{process.exit(9)}')],
  ['the environment', body('{process.env.HOME}')],
  ['a request', body("{fetch('https://example.com')}")],
  ['the clock', body('{Date.now()}')],
  ['the clock as a date', body('{new Date().getFullYear()}')],
  ['chance, which falls the same way each time', body('{Math.random() === Math.random()}')],
  ['a text that is thrown', body("{(() => { throw 'no luck' })()}")],
  ['nothing that is thrown', body('{(() => { throw null })()}')],
  ['an object that is thrown as the slide is read', body('export const x = (() => { throw { a: true } })()')],
  ['a promise', body('{Promise.resolve(1)}')],
  ['a promise that fails', body("{Promise.reject(new Error('late'))}")],
  ['a function', body('{() => 1}')],
  ['a symbol', body("{Symbol('x')}")],
  ['a date', body('{new Date(0)}')],
  ['true', body('{true}')],
  ['a member of every object', body('{({}).constructor}')],
  ['too deep a call', body('{(function again() { return again() })()}')],
  ['a text that looks like markup', body("{'<img src=x onerror=alert(true)>'}")],
  ['a comment', body('{/* fine */}')],
  // — markup —
  ['a script', body('<script>x</script>')],
  ['a frame', body('<iframe src="https://example.com" />')],
  ['a style', body("<p style={{ color: 'red' }}>x</p>")],
  ['an attribute that runs script', body('<p onclick="x()">x</p>')],
  ['a form of its own', body('<button formaction="javascript:alert(true)">x</button>')],
  ['a link of SVG', body('<svg><a xlinkHref="javascript:alert(true)"><text>x</text></a></svg>')],
  ['raw markup that runs script', body("<p dangerouslySetInnerHTML={{ __html: '<p onclick=alert(true)>' }} />")],
  ['a link to data', body('[x](data:text/html,<script>)')],
  ['a link to a disk', body('[x](file:///etc/passwd)')],
  ['a picture from elsewhere', body('![x](//example.com/x.png)')],
]

testStored('expressions', TABLE, ([, changes]) => outcome(changes))
