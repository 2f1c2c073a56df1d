import { expect, test } from 'vitest'
import { body, door, FINE, outcome } from './door.ts'
import type { Case } from './outcome.ts'

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
  // — the file —
  [
    'an empty file',
    door(''),
    'slides/door.mdx:1:1 found 0 headlines, expected one line that starts with `# `: a sentence with a verb and a number',
  ],
  ['a byte order mark', door('\uFEFF# A door opens\n'), FINE],
  ['Windows line ends', door('---\r\nlayout: statement\r\n---\r\n\r\n# A door opens\r\n'), FINE],
  ['Latin-1', door(latin1), 'slides/door.mdx:1:21 found bytes that are no UTF-8; save the file with that encoding'],
  [
    'UTF-16',
    door(utf16),
    'slides/door.mdx:1:1 found bytes that are no UTF-8; save the file with that encoding\nslides/door.mdx:1:1 found 0 headlines, expected one line that starts with `# `: a sentence with a verb and a number\n2 problems',
  ],
  [
    'a byte of nothing',
    door('# A door\0 opens\n'),
    'slides/door.mdx:1:9 found bytes that are no UTF-8; save the file with that encoding',
  ],
  [
    'two headlines',
    door('# A door opens\n\n# And closes\n'),
    'slides/door.mdx:1:1 found 2 headlines, expected one line that starts with `# `: a sentence with a verb and a number',
  ],
  [
    'a headline without words',
    door('# \n'),
    'slides/door.mdx the headline is empty; expected a sentence with a verb and a number',
  ],
  [
    'a headline that is not Markdown',
    door('<h1>A door opens</h1>\n'),
    'slides/door.mdx:1:1 found 0 headlines, expected one line that starts with `# `: a sentence with a verb and a number',
  ],
  [
    'a link that leads nowhere',
    { 'slides/x.mdx': { link: '/nowhere' } },
    'found no file or package `./slides/x.mdx`; correct its name',
  ],
  [
    'a slide that is a folder',
    { 'slides/x.mdx': { link: '/dev' } },
    'slides/x.mdx found a folder, expected a file with the text of a slide; call the folder otherwise, or put a file here',
  ],
  [
    'a folder that holds itself',
    { 'slides/again': { link: '.' } },
    FINE.replace('A door opens', 'A door opens before the last letter'),
  ],
  [
    'quotes within quotes, three thousand of them',
    body(`${'> '.repeat(3000)}x`),
    'slides/door.mdx found parts within parts too deep to be read, expected a few levels',
  ],
  [
    'a character that turns the direction',
    door('# A door \u202eopens\n'),
    'slides/door.mdx:1:10 found `\\u202e`, which nobody sees, expected none; remove it',
  ],
  ['a bell', body('It ri\u0007ngs.'), 'slides/door.mdx:3:6 found `\\u0007`, which nobody sees, expected none; remove it'],
  [
    'a headline that nobody sees',
    door('# \u200b\u200b\n'),
    'slides/door.mdx the headline is empty; expected a sentence with a verb and a number',
  ],
  [
    'a file whose name steers the terminal',
    { 'slides/\u001b[2Jx.mdx': '# A door opens\n' },
    'slides/\\u001b[2Jx.mdx no act in slides/deck.ts tells the slide `\\u001b[2Jx`; add it to one',
  ],
  // — ids in its text —
  [
    'the id of a slide',
    body('<p id="alpha">x</p>'),
    'slides/door.mdx found the id `alpha`, which the slide `alpha` has too; call it another name',
  ],
  [
    'the id of an act',
    body('<p id="act-only">x</p>'),
    'slides/door.mdx found the id `act-only`, which the act `The only act` has too; call it another name',
  ],
  [
    'an id of the pages',
    body('<p id="jump">x</p>'),
    'slides/door.mdx found the id `jump`, which the page itself has too; call it another name',
  ],
  [
    'an id that two slides have',
    { ...body('<p id="mine">x</p>'), 'slides/2-beta.mdx': '# Beta is second\n\n<p id="mine">x</p>\n' },
    'slides/door.mdx found the id `mine`, which slides/2-beta.mdx has too; call it another name',
  ],
  // — frontmatter —
  [
    'frontmatter that is no YAML',
    door('---\nlayout: [\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:10 frontmatter: Flow sequence in block collection must be sufficiently indented and end with a ]; write `key: value`, one a line',
  ],
  [
    'frontmatter with tabs',
    door('---\n\tlayout: statement\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:1 frontmatter: Tabs are not allowed as indentation; write `key: value`, one a line',
  ],
  [
    'frontmatter that is a list',
    door('---\n- layout\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:1 frontmatter: found no keys, expected lines such as `scene: ladder`',
  ],
  [
    'frontmatter that says a thing twice',
    door('---\nlayout: statement\nlayout: record\n---\n\n# A door opens\n'),
    'slides/door.mdx:3:1 frontmatter: Map keys must be unique; write `key: value`, one a line',
  ],
  [
    'frontmatter that never ends',
    door('---\nlayout: statement\n\n# A door opens\n'),
    'slides/door.mdx:1:1 frontmatter: found `---` that is never closed; end it with a line `---`',
  ],
  [
    'frontmatter with a number',
    door('---\nlayout: 5\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:1 layout: found 5, expected a word',
  ],
  [
    'frontmatter with a tag of another language',
    door('---\nlayout: !!js/function x\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:23 layout: unknown `x`; known: record, statement',
  ],
  [
    'frontmatter that steers the terminal',
    door('---\nlayout: "\\e[2J"\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:9 layout: unknown `\\u001b[2J`; known: record, statement',
  ],
  [
    'frontmatter about the prototype',
    door('---\n__proto__: x\n---\n\n# A door opens\n'),
    'slides/door.mdx:2:1 frontmatter: unknown key `__proto__`; known: aliases, background, class, id, layout, record, scene, source, step, transition',
  ],
  [
    'a bomb of aliases',
    door(`---\nlayout: *i\n${bomb}\n---\n\n# A door opens\n`),
    'slides/door.mdx:2:1 layout: found *i, expected a word\nslides/door.mdx:3:1 frontmatter: unknown key `a`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:4:1 frontmatter: unknown key `b`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:5:1 frontmatter: unknown key `c`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:6:1 frontmatter: unknown key `d`; did you mean `id`? known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:7:1 frontmatter: unknown key `e`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:8:1 frontmatter: unknown key `f`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:9:1 frontmatter: unknown key `g`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:10:1 frontmatter: unknown key `h`; known: aliases, background, class, id, layout, record, scene, source, step, transition\nslides/door.mdx:11:1 frontmatter: unknown key `i`; did you mean `id`? known: aliases, background, class, id, layout, record, scene, source, step, transition\n10 problems',
  ],
  [
    'an id that climbs',
    door('---\nid: ../../door\nstep: door\n---\n\n# A door opens\n'),
    'slides/deck.ts the slide `door` has no file slides/door.mdx and no record; known: ../../door, alpha, beta, gamma\nslides/door.mdx no act in slides/deck.ts tells the slide `../../door`; add it to one\n2 problems',
  ],
  // — MDX —
  [
    'less than a number',
    body('1<2'),
    'slides/door.mdx:3:3 Unexpected character `2` (U+0032) before name, expected a character that can start a name, such as a letter, `$`, or `_`',
  ],
  [
    'a bare address',
    body('<https://example.com>'),
    'slides/door.mdx:3:8 Unexpected character `/` (U+002F) before local name, expected a character that can start a name, such as a letter, `$`, or `_` (note: to create a link in MDX, use `[text](url)`)',
  ],
  [
    'a tag that is never closed',
    body('<Quoted source="x">'),
    'slides/door.mdx:3:1 Expected a closing tag for `<Quoted>` (3:1-3:20)',
  ],
  [
    'an unclosed string',
    body("{'door}"),
    'slides/door.mdx:3:2 found `{` before what is no expression; close it with `}`, or write `\\{` for a brace',
  ],
  [
    'a component of a component',
    body('<Quoted.Nope>x</Quoted.Nope>'),
    'slides/door.mdx the slide failed to render: Expected component `Quoted.Nope` to be defined: you likely forgot to import, pass, or provide it.',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})

test('and the deck as it is has nothing wrong', async () => {
  expect(await outcome(body(''))).toBe(FINE)
})
