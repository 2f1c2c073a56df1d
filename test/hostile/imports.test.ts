import { door, outcome } from './door.ts'
import type { Case } from './outcome.ts'
import { testStored } from './stored.ts'

/** What a slide asks for beside its own words. */
const TABLE: readonly Case[] = [
  ['a misspelt name', door("import { recrods } from '../data/records.ts'\n\n# A door opens with {recrods.length}\n")],
  ['a missing file', door("import { a } from '../data/nothing.ts'\n\n# A door opens\n")],
  ['a missing package', door("import left from 'left-pad-of-nobody'\n\n# A door opens\n")],
  ['a missing table', door("import table from '../data/nothing.csv'\n\n# A door opens\n")],
  ['a picture', { ...door("import x from './x.png'\n\n# A door opens\n"), 'slides/x.png': 'x' }],
  ['an address', door("import x from 'https://example.com/x.js'\n\n# A door opens {x}\n")],
  ['a style sheet', { ...door("import './x.css'\n\n# A door opens\n"), 'slides/x.css': 'p { color: red }' }],
  ['a table of 24 MB', { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': 'a,b\n'.repeat(6e6) }],
  ['a table of nothing', { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': '' }],
  [
    'JSON with a byte order mark',
    { ...door("import x from '../data/x.json'\n\n# A door {x.does}\n"), 'data/x.json': '\uFEFF{"does":"opens"}' },
  ],
  [
    'JSON of lists within lists, three thousand of them',
    {
      ...door("import x from '../data/x.json'\n\n# A door opens {x[0]}\n"),
      'data/x.json': `${'['.repeat(3000)}${']'.repeat(3000)}`,
    },
  ],
  [
    'JSON about the prototype',
    {
      ...door("import x from '../data/x.json'\n\n# A door {x.plain} {({}).polluted ?? ''}\n"),
      'data/x.json': '{"__proto__":{"polluted":"dirty"},"plain":"opens"}',
    },
  ],
  ['JSON that is none', { ...door("import x from '../data/x.json'\n\n# A door opens {x}\n"), 'data/x.json': '{ door' }],
  [
    'two modules that import each other',
    {
      ...door("import { a } from '../data/a.ts'\n\n# A door opens {a()}\n"),
      'data/a.ts': "import { b } from './b.ts'\nexport const a = () => b",
      'data/b.ts': "import { a } from './a.ts'\nexport const b = typeof a",
    },
  ],
  [
    'two modules that need each other at once',
    {
      ...door("import { a } from '../data/a.ts'\n\n# A door opens {a.x}\n"),
      'data/a.ts': "import { b } from './b.ts'\nexport const a = { x: b }",
      'data/b.ts': "import { a } from './a.ts'\nexport const b = a.x",
    },
  ],
  ["Node's files", door("import fs from 'node:fs'\n\n# A door opens {fs.readdirSync('/').length}\n")],
  ["Node's files, without `node:`", door("import { readFileSync } from 'fs'\n\n# A door opens\n")],
  ['a pipe', { ...door("import x from '../data/x.csv'\n\n# A door opens {x}\n"), 'data/x.csv': { pipe: true } }],
]

testStored('imports', TABLE, ([, changes]) => outcome(changes))
