import { body, door, outcome } from './door.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

const latin1 = Buffer.from('# A door opens a café\n', 'latin1')
const utf16 = Buffer.from('\uFEFF# A door opens\n', 'utf16le')
/** Nine of nine of nine …: written out they would fill the memory. */
const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  .map(
    (name, index, names) =>
      `${name}: &${name} [${Array(9)
        .fill(index === 0 ? 'x' : `*${names[index - 1]}`)
        .join(', ')}]`,
  )
  .join('\n')

/** Slides that cannot be read, in other ways than those of test/decks/broken-*. */
const TABLE: readonly Case[] = [
  ['nothing wrong', body('')],
  // — the file —
  ['an empty file', door('')],
  ['a byte order mark', door('\uFEFF# A door opens\n')],
  ['Windows line ends', door('---\r\nlayout: statement\r\n---\r\n\r\n# A door opens\r\n')],
  ['Latin-1', door(latin1)],
  ['UTF-16', door(utf16)],
  ['a byte of nothing', door('# A door\0 opens\n')],
  ['two headlines', door('# A door opens\n\n# And closes\n')],
  ['a headline without words', door('# \n')],
  ['a headline that is not Markdown', door('<h1>A door opens</h1>\n')],
  ['a link that leads nowhere', { 'slides/x.mdx': { link: '/nowhere' } }],
  ['a slide that is a folder', { 'slides/x.mdx': { link: '/dev' } }],
  ['a folder that holds itself', { 'slides/again': { link: '.' } }],
  ['quotes within quotes, three thousand of them', body(`${'> '.repeat(3000)}x`)],
  ['a character that turns the direction', door('# A door \u202eopens\n')],
  ['a bell', body('It ri\u0007ngs.')],
  ['a headline that nobody sees', door('# \u200b\u200b\n')],
  ['a file whose name steers the terminal', { 'slides/\u001b[2Jx.mdx': '# A door opens\n' }],
  ['another one of the same id', { 'slides/7-beta.mdx': '# Beta comes twice\n' }],
  // — ids in its text —
  ['the id of a slide', body('<p id="alpha">x</p>')],
  ['the id of an act', body('<p id="act-only">x</p>')],
  ['an id of the pages', body('<p id="jump">x</p>')],
  [
    'an id that two slides have',
    { ...body('<p id="mine">x</p>'), 'slides/2-beta.mdx': '# Beta is second\n\n<p id="mine">x</p>\n' },
  ],
  // — frontmatter —
  ['frontmatter that is no YAML', door('---\nlayout: [\n---\n\n# A door opens\n')],
  ['frontmatter with tabs', door('---\n\tlayout: statement\n---\n\n# A door opens\n')],
  ['frontmatter that is a list', door('---\n- layout\n---\n\n# A door opens\n')],
  ['frontmatter that says a thing twice', door('---\nlayout: statement\nlayout: record\n---\n\n# A door opens\n')],
  ['frontmatter that never ends', door('---\nlayout: statement\n\n# A door opens\n')],
  ['frontmatter with a number', door('---\nlayout: 5\n---\n\n# A door opens\n')],
  ['frontmatter with a tag of another language', door('---\nlayout: !!js/function x\n---\n\n# A door opens\n')],
  ['frontmatter that steers the terminal', door('---\nlayout: "\\e[2J"\n---\n\n# A door opens\n')],
  ['frontmatter about the prototype', door('---\n__proto__: x\n---\n\n# A door opens\n')],
  ['a bomb of aliases', door(`---\nlayout: *i\n${bomb}\n---\n\n# A door opens\n`)],
  ['an id that climbs', door('---\nid: ../../door\nstep: door\n---\n\n# A door opens\n')],
  ['a step that is not there', door('---\nstep: alhpa\n---\n\n# A door opens\n')],
  // — MDX —
  ['a comment of HTML', body('<!-- not MDX -->')],
  ['a brace that is never closed', door('# A door opens {by.beta\n\nMore\n')],
  ['a tag that is closed by another', body('<Quoted source="x">text</Notes>')],
  ['an unknown component', body('<Quotd source="x">text</Quotd>')],
  ['less than a number', body('1<2')],
  ['a bare address', body('<https://example.com>')],
  ['a tag that is never closed', body('<Quoted source="x">')],
  ['an unclosed string', body("{'door}")],
  ['a void element that is left open', body('One<br>two')],
  ['the size of a picture among its words', body('![bg right:40%](x.png)')],
  ['a drawing in text', body('```mermaid\ngraph TD\n```')],
  ['an element of another tool, and notes that an audience would read', body('<v-click>x</v-click> <notes>y</notes>')],
  ['notes of reveal.js', body('<aside class="notes">x</aside>')],
  ['a formula that never ends', body('$$\nx = y\n\nMore')],
  ['frontmatter in the middle', body('---\nlayout: statement\n---')],
  ['a component of a component', body('<Quoted.Nope>x</Quoted.Nope>')],
]

testStored('slides', TABLE, ([, changes]) => outcome(changes))
