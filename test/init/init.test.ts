import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { init } from '../../src/init/init.ts'
import { tsconfigJson } from '../../src/init/templates/deck-file.ts'
import { composeStory } from '../../src/load/compose-story.ts'
import { createFolder } from '../../src/publish/create-folder.ts'
import type { Story } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { UsageError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { typedSlide } from '../mdx/typed-slide.ts'
import { HOSTILE, SHAPES } from './shapes.ts'

const ROOT = join(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'countdown-init-'))
let said = ''
const terminal = { write: (text: string) => (said += text), interactive: false }

const deckOf = (file: string) => join(work, file.replace(/\..*/, ''))
const stories = new Map<string, Promise<Story>>()
function storyOf(file: string): Promise<Story> {
  const known = stories.get(file) ?? composeStory(deckOf(file), silent)
  stories.set(file, known)
  return known
}
const run = (command: string, args: readonly string[]) => spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' })
const tool = (name: string) => join(ROOT, 'node_modules/.bin', name)

beforeAll(async () => {
  for (const [file, text] of Object.entries(SHAPES)) {
    writeFileSync(join(work, file), text)
    await init(deckOf(file), join(work, file), { today: '2024-01-01' }, { terminal })
  }
})

afterAll(() => rmSync(work, { recursive: true }))

/** Slides as TypeScript can check them, beside the slides. */
function writeTyped(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.mdx')))
    writeFileSync(join(folder, `${file}.tsx`), typedSlide(readFileSync(join(folder, file), 'utf8')).code)
}

/** Every file of a deck that is not its table, and its text. */
function sources(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:csv|mdx\.tsx)$/.test(entry.name))
    .map((entry) => [
      relative(folder, join(entry.parentPath, entry.name)),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ])
}

describe('a new deck', () => {
  test.each(Object.keys(SHAPES))('from %s has a slide for each row, in the order of telling', async (file) => {
    const { slides, deck } = await storyOf(file)
    const ranks = slides.flatMap(({ record }) => record?.rank ?? [])
    expect(ranks).toEqual(deck.records.map((_, index) => deck.records.length - index))
    expect(slides.every(({ title, notes }) => title !== '' && notes.children.length > 0)).toBe(true)
    expect(slides.map(({ id }) => id)).toEqual(expect.arrayContaining(['opening', 'ranking', 'sources']))
  })

  test('is typed and formatted as the project itself', () => {
    const lint = run(tool('biome'), [
      'check',
      '--assist-enabled=false',
      '--config-path',
      join(ROOT, 'test/lint.json'),
      ...Object.keys(SHAPES).map(deckOf),
    ])
    expect(lint).toMatchObject({ status: 0, stderr: expect.stringMatching(/Checked \d{2,} files/) })
    for (const file of Object.keys(SHAPES)) writeTyped(join(deckOf(file), 'slides'))
    writeFileSync(join(work, 'provided.d.ts'), 'interface MDXProvidedComponents { Notes(props: { children?: unknown }): null }\n')
    writeFileSync(join(work, 'tsconfig.json'), tsconfigJson(relative(work, ROOT)))
    expect(run(tool('tsc'), ['-p', work])).toMatchObject({ status: 0, stdout: '' })
  })

  test('has types in editors, for its slides too', () => {
    const slides = join(deckOf('peaks.csv'), 'slides')
    const settings = JSON.parse(readFileSync(join(slides, 'tsconfig.json'), 'utf8')) as { mdx: { plugins: string[] } }
    expect(settings.mdx.plugins.map((plugin) => existsSync(join(slides, plugin)))).toEqual([true])
    const wrong = "import { ranked } from '../data/figures.ts'\n\n# {ranked(1).nmae}\n\n<Quoted>as it is</Quoted>\n"
    const chart = (name: string) =>
      `import sales from '../charts/${name}'\n\n# {sales.mark.toUpperCase()}, {sales.mrak}\n\n<Chart spec={sales} alt="Sales." />\n`
    const added = {
      'wrong.mdx.tsx': typedSlide(wrong).code,
      'vega-lite.mdx.tsx': typedSlide(chart('sales.vl.json')).code,
      'vega.mdx.tsx': typedSlide(chart('sales.vg.json')).code,
      'typed.json': '{"extends":"./tsconfig.json","include":["*.tsx"]}',
      '../charts/sales.vl.json': '{ "mark": "bar" }',
      '../charts/sales.vg.json': '{ "mark": "bar" }',
    }
    for (const [file, text] of Object.entries(added)) writeFileSync(join(slides, file), text)
    const { stdout } = run(tool('tsc'), ['-p', join(slides, 'typed.json'), '--pretty', 'false'])
    for (const file of Object.keys(added)) rmSync(join(slides, file))
    // What slides import is checked with the rest of the deck, by its own stricter settings.
    expect(stdout.split('\n').filter((line) => line.includes('.mdx.tsx'))).toEqual([
      expect.stringMatching(/vega-lite\.mdx\.tsx.*Property 'mrak' does not exist on type '\{ mark: string; \}'/),
      expect.stringMatching(/vega\.mdx\.tsx.*Property 'mrak' does not exist on type '\{ mark: string; \}'/),
      expect.stringMatching(/wrong\.mdx\.tsx.*Property 'nmae' does not exist on type 'Entry'/),
      expect.stringMatching(/wrong\.mdx\.tsx.*QuotedProps/),
    ])
  })

  test('holds the strings of its table in its table alone', () => {
    const long = HOSTILE.filter((name) => name.length > 8 && name !== 'constructor')
    for (const [file, text] of sources(deckOf('hostile.csv')))
      expect([file, long.filter((name) => text.includes(name))]).toEqual([file, []])
  })

  test('shows hostile strings as text', async () => {
    const { slides } = await storyOf('hostile.csv')
    const html = slides.map(({ content }) => writeTree(content)).join('')
    expect(html).toContain('&lt;img src=x onerror=alert(1)>')
    expect(html).not.toMatch(/<img|<script|<i>|undefined|NaN/)
    expect(slides.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['record-1984', 'same', 'same-odd', 'opening-2', 'door-two-2', 'story-2']),
    )
  })

  test('is written in German where the table is', async () => {
    const { slides, deck } = await storyOf('länder.csv')
    const { cover, bars } = deck.handout ?? {}
    const words = [
      ...slides.map(({ title, body, notes }) => `${title} ${body} ${notes}`),
      ...deck.acts.map(({ title }) => title),
      ...Object.values(deck.scenes).flatMap(({ steps }) => steps.map(({ name }) => name)),
      ...[deck.description, deck.source, cover?.finding, cover?.lead, cover?.chart, cover?.contents, bars?.title],
    ].join(' ')
    expect(deck.lang).toBe('de')
    expect(words).not.toContain('..')
    expect(words).not.toMatch(/\b(?:the|of|and|at|which|number|from|inside|source)\b/i)
    expect(slides.map(({ title }) => title.replaceAll('\u00a0', ' '))).toEqual(
      expect.arrayContaining([
        'Bremen eröffnet die Liste mit 680.000',
        'Mit Niedersachsen ist die Summe aller 5 zu mehr als der Hälfte beisammen',
      ]),
    )
  })

  test('says what was inferred and where to change it', () => {
    const part = said.slice(said.indexOf('peaks.csv,'), said.indexOf('runners.csv,')).replaceAll(work, '')
    expect(part).toMatchInlineSnapshot(`
      "peaks.csv, as it was understood, and where to change it

        column        role   type       line 2   line 3   line 4   line 5    line 6
        Peak          name   text       Tall     Next     Other    Last      Small
        Height (m)    value  number, m  8.849,5  8.611,0  8.586,0  8.516,25  1.021,0
        Range         group  text       North    South    North    South     North
        First ascent  fact   year       1953     1954     1955     1956      1901

        table     5 records, 4 columns, separated by semicolons  → data/peaks.csv
        name      \`Peak\`  → data/records.ts
        value     \`Height (m)\` in m  → data/records.ts, data/format.ts
        rank      #1 is the largest Height  → data/records.ts
        group     \`Range\`  → slides/columns.ts
        facts     \`First ascent\`  → slides/columns.ts
        language  English  → data/format.ts, slides/*.mdx, slides/template.tsx
        acts      #5 to #1  → slides/acts.ts
        title     \`Peaks\`  → slides/about.ts
        source    \`peaks.csv\`  → data/datapackage.json
        chart     bars, coloured by \`Range\`  → charts/scenes.ts
        theme     harbour  → slides/deck.ts
        left out  line 7, \`Lost\`: it has no Height (m)
      20 files in /peaks; build them: npm run build -- /peaks
      /"
    `)
  })

  test('is small enough to be read', () => {
    const files = sources(deckOf('peaks.csv')).filter(([file]) => /\.(ts|tsx|mdx)$/.test(file))
    expect(files.length).toBeLessThan(18)
    expect(files.reduce((lines, [, text]) => lines + text.split('\n').length, 0)).toBeLessThan(380)
  })
})

describe('what is there stays', () => {
  const taken = () => join(work, 'taken')
  const attempt = (folder: string) => init(folder, join(work, 'one.csv'), {}, { terminal })

  test('a folder with anything in it', async () => {
    mkdirSync(taken())
    writeFileSync(join(taken(), '.hidden'), 'mine')
    await expect(attempt(taken())).rejects.toThrow(UsageError)
    expect(readdirSync(taken())).toEqual(['.hidden'])
  })

  test('a file, and a link', async () => {
    writeFileSync(join(work, 'a-file'), 'mine')
    symlinkSync(taken(), join(work, 'a-link'))
    for (const name of ['a-file', 'a-link']) await expect(attempt(join(work, name))).rejects.toThrow('is there already')
    expect(readFileSync(join(work, 'a-file'), 'utf8')).toBe('mine')
  })

  test('an empty folder is taken, and missing ones are made', async () => {
    mkdirSync(join(work, 'empty'))
    for (const name of ['empty', 'a/b/c']) await attempt(join(work, name))
    expect(['empty', 'a/b/c'].every((name) => existsSync(join(work, name, 'slides/deck.ts')))).toBe(true)
  })

  test('the command line refuses with its own code, and says why', () => {
    const { status, stderr } = run(process.execPath, ['build.ts', 'init', taken(), '--data', join(work, 'one.csv')])
    expect(status).toBe(2)
    expect(stderr).toContain('is not empty, expected a folder that does not exist yet')
  })
})

describe('what fails leaves nothing', () => {
  const names = () => readdirSync(work)

  test('a table that is not understood, and one that is not there', async () => {
    writeFileSync(join(work, 'bad.csv'), 'name\na\n')
    const before = names()
    await expect(init(join(work, 'new'), join(work, 'bad.csv'), {}, { terminal })).rejects.toThrow('at least a name and a number')
    await expect(init(join(work, 'new'), join(work, 'none.csv'), {}, { terminal })).rejects.toThrow('found no file')
    await expect(init(join(work, 'new'), work, {}, { terminal })).rejects.toThrow('is a folder')
    expect(names()).toEqual(before)
  })

  test('a file that cannot be written', async () => {
    const before = names()
    const files = [
      { path: 'a.txt', contents: 'a' },
      { path: `${'b'.repeat(300)}.txt`, contents: 'b' },
    ]
    await expect(createFolder(join(work, 'new'), files)).rejects.toThrow('name is too long')
    expect(names()).toEqual(before)
  })
})
