import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Story } from '../../src/story/story.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { createReport } from '../../src/util/report.ts'
import { openComposer } from '../compose-story.ts'
import { runFolder } from '../run-folder.ts'
import { edited, read } from './edited.ts'
import type { Changes } from './outcome.ts'

const DECK = join(import.meta.dirname, '../decks/minimal')
const folder = join(runFolder('thread'), 'deck')
const silent = createReport({ write: () => undefined, interactive: false })
cpSync(DECK, folder, { recursive: true })
const composer = openComposer(folder, silent, [], { patience: 2000 })

/** What comes of the deck with these files, and of it as it was: whatever happened to its thread, the next one is sound. */
async function outcome(changes: Changes, use = async (_: Story): Promise<unknown> => undefined): Promise<string> {
  for (const [path, text] of Object.entries(changes)) writeFileSync(join(folder, path), String(text))
  const told = await composer
    .compose()
    .then(use)
    .then(
      () => 'told',
      (error: unknown) => (error instanceof InputError ? error.message : `fault: ${error}`),
    )
  for (const path of Object.keys(changes)) rmSync(join(folder, path))
  cpSync(DECK, folder, { recursive: true })
  expect((await composer.compose()).slides).toHaveLength(4)
  return told
}

const deck = edited('slides/deck.ts')
const LOOP = '(() => { for (;;); })()'
const NEVER = 'it took longer than 2 s; look for a loop that never ends'
const PROCESS = "[].constructor.constructor('return process')()"

const TABLE: readonly (readonly [name: string, changes: Changes, expected: string])[] = [
  ['a loop in a module', { 'data/records.ts': `${LOOP}\n${read('data/records.ts')}` }, `data/records.ts ${NEVER}`],
  ['a loop in a module that has begun others', deck('export default', `${LOOP}\nexport default`), `slides/deck.ts ${NEVER}`],
  [
    'a loop as a module of a slide begins',
    {
      'data/endless.ts': `export const x = ${LOOP}`,
      'slides/door.mdx': "import { x } from '../data/endless.ts'\n\n# A door opens {x}\n",
    },
    `data/endless.ts ${NEVER}`,
  ],
  [
    'a loop of a slide',
    {
      'data/endless.ts': `export const x = () => ${LOOP}`,
      'slides/door.mdx': "import { x } from '../data/endless.ts'\n\n# A door opens {x()}\n",
    },
    `slides/door.mdx ${NEVER}`,
  ],
  ['a loop of the template', deck("body: ''", `body: ${LOOP}`), `the template's slide \`gamma\` ${NEVER}`],
  [
    'a loop of a description',
    deck("caption: 'letters'", `caption: id === 'beta' ? ${LOOP} : ''`),
    `slides/deck.ts describe of \`beta\`: ${NEVER}`,
  ],
  [
    'a loop of a chart',
    { 'charts/bars.ts': read('charts/bars.ts').replace('padding: 10', `padding: ${LOOP}`) },
    `slides/deck.ts chart \`bars\` (wide): ${NEVER}`,
  ],
  [
    'a promise that loops later',
    deck('export default', `Promise.resolve().then(() => ${LOOP})\nexport default`),
    `slides/deck.ts ${NEVER}`,
  ],
  [
    'the end of the process',
    { 'data/records.ts': `${PROCESS}.exit(0)\n${read('data/records.ts')}` },
    'data/records.ts it ended the process, expected it to leave its values',
  ],
  [
    'an error that nobody catches later',
    deck('export default', "queueMicrotask(() => { throw new Error('late') })\nexport default"),
    'slides/deck.ts:6:30 failed: late',
  ],
]

test.for(TABLE)('%s', async ([, changes, expected]) => {
  expect(await outcome(changes)).toBe(expected)
})

test('a list that grows for ever', async () => {
  const memory = 150
  const limited = openComposer(folder, silent, [], { memory })
  const grows = "const all: string[][] = []\nfor (;;) all.push(Array(10_000).fill('x'))\n"
  writeFileSync(join(folder, 'data/records.ts'), grows + read('data/records.ts'))
  const told = limited.compose()
  await expect(told).rejects.toThrow(
    `data/records.ts it needed more than ${memory} MB of memory; look for a list that grows for ever, or tell fewer records`,
  )
  cpSync(DECK, folder, { recursive: true })
  expect((await limited.compose()).slides).toHaveLength(4)
})

test('a loop at a size that is asked for later', async () => {
  const changes = { 'charts/bars.ts': read('charts/bars.ts').replace('padding: 10', `padding: width < 1000 ? ${LOOP} : 10`) }
  expect(await outcome(changes, (story) => story.track('column'))).toBe(`slides/deck.ts chart \`bars\` (column): ${NEVER}`)
})

test('what all lists are given reaches neither the machine nor the next story', async () => {
  const module = "export const sum = Reflect.set(Array.prototype, 'sum', () => 5)\n"
  const slide = "import { sum } from '../data/sum.ts'\n\n# A door opens {String(sum)}\n"
  expect(await outcome({ 'data/sum.ts': module, 'slides/door.mdx': slide })).toBe(
    'data/sum.ts changed `Array.prototype.sum`, expected it to leave what others use alone; write a function instead',
  )
  expect(Reflect.has(Array.prototype, 'sum')).toBe(false)
  const asks = { 'slides/door.mdx': "# A door opens {String('sum' in [])}\n" }
  for (const [path, text] of Object.entries(asks)) writeFileSync(join(folder, path), text)
  const titles = (await composer.compose()).slides.map(({ title }) => title)
  cpSync(DECK, folder, { recursive: true })
  expect(titles).toContain('A door opens false')
})
