import { expect, test } from 'vitest'
import { door, FINE, outcome } from './door.ts'
import type { Case } from './outcome.ts'

/** What a slide asks for beside its own words. */
const TABLE: readonly Case[] = [
  [
    'a missing file',
    door("import { a } from '../data/nothing.ts'\n\n# A door opens\n"),
    'slides/door.mdx:1:20 found no file or package `../data/nothing.ts`; correct its name',
  ],
  [
    'a missing package',
    door("import left from 'left-pad-of-nobody'\n\n# A door opens\n"),
    'slides/door.mdx:1:19 found no file or package `left-pad-of-nobody`; correct its name',
  ],
  [
    'a missing table',
    door("import table from '../data/nothing.csv'\n\n# A door opens\n"),
    'slides/door.mdx:1:20 found no file or package `../data/nothing.csv`; correct its name',
  ],
  [
    'a picture',
    { ...door("import x from './x.png'\n\n# A door opens\n"), 'slides/x.png': 'x' },
    'slides/door.mdx:1:16 found `slides/x.png`, expected a file that a deck can read: .ts, .tsx, .mdx, .csv or .json',
  ],
  [
    'an address',
    door("import x from 'https://example.com/x.js'\n\n# A door opens {x}\n"),
    'slides/door.mdx:1:16 found the address `https://example.com/x.js`, expected files of the deck: a build requests nothing from elsewhere',
  ],
  [
    'a style sheet',
    { ...door("import './x.css'\n\n# A door opens\n"), 'slides/x.css': 'p { color: red }' },
    'slides/door.mdx:1:9 found the style sheet `./x.css`, expected files of the deck: .ts, .tsx, .mdx, .csv or .json; the colours of a story are its `palette`',
  ],
  [
    'a table of 24 MB',
    { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': 'a,b\n'.repeat(6e6) },
    'data/x.csv:1:1 found 24 MB, expected at most 20 MB; keep the rows and columns that are told',
  ],
  ['a table of nothing', { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': '' }, FINE],
  [
    'JSON with a byte order mark',
    { ...door("import x from '../data/x.json'\n\n# A door {x.does}\n"), 'data/x.json': '\uFEFF{"does":"opens"}' },
    FINE,
  ],
  [
    'JSON of lists within lists, thirty thousand of them',
    {
      ...door("import x from '../data/x.json'\n\n# A door opens {x[0]}\n"),
      'data/x.json': `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    },
    'data/x.json found parts within parts too deep to be read, expected a few levels',
  ],
  [
    'JSON about the prototype',
    {
      ...door("import x from '../data/x.json'\n\n# A door {x.plain} {({}).polluted ?? ''}\n"),
      'data/x.json': '{"__proto__":{"polluted":"dirty"},"plain":"opens"}',
    },
    'slides/door.mdx:3:26 `….polluted`: `polluted` is unknown; known: none',
  ],
  [
    'JSON that is none',
    { ...door("import x from '../data/x.json'\n\n# A door opens {x}\n"), 'data/x.json': '{ door' },
    'data/x.json:1:3 Expected string in JSON but found "door"',
  ],
  [
    'two modules that import each other',
    {
      ...door("import { a } from '../data/a.ts'\n\n# A door opens {a()}\n"),
      'data/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
      'data/b.ts': "import { a } from './a.ts'\nexport const b = typeof a",
    },
    'tells: Gamma measures 1 · Beta measures 4, more than Gamma · A door opens undefined · Alpha measures 9',
  ],
  [
    'two modules that need each other at once',
    {
      ...door("import { a } from '../data/a.ts'\n\n# A door opens {a.x}\n"),
      'data/a.ts': "import { b } from './b.ts'\nexport const a = { x: b }",
      'data/b.ts': "import { a } from './a.ts'\nexport const b = a.x",
    },
    "data/b.ts:2:20 slides/door.mdx: the slide failed to render: Cannot read properties of undefined (reading 'x')",
  ],
  [
    "Node's files",
    door("import fs from 'node:fs'\n\n# A door opens {fs.readdirSync('/').length}\n"),
    'slides/door.mdx:1:17 found the module `node:fs` of Node, expected files of the deck: import data as .csv or .json',
  ],
  [
    "Node's files, without `node:`",
    door("import { readFileSync } from 'fs'\n\n# A door opens\n"),
    'slides/door.mdx:1:31 found the module `fs` of Node, expected files of the deck: import data as .csv or .json',
  ],
  [
    'a pipe',
    { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': { pipe: true } },
    'data/x.csv:1:1 found no file but a pipe or a device, expected a file',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})
