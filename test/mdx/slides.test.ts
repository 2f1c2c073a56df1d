import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLoader } from '../../src/load/load-deck.ts'
import { withSteps } from '../../src/mdx/fill-slots.ts'
import { renderSlides } from '../../src/mdx/render.ts'
import { groundRules } from '../../src/mdx/slide-look.ts'
import type { Deck } from '../../src/story/deck.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { formatDiagnostic } from '../../src/util/diagnostic.ts'
import { runFolder } from '../run-folder.ts'

/* What authors type, each beside all that becomes of it. */

const MINIMAL = join(import.meta.dirname, '../decks/minimal')

const LETTERS = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { values: [{ a: 'A', b: 1 }] },
  mark: 'bar',
  encoding: { x: { field: 'b', type: 'quantitative' }, y: { field: 'a' } },
}

const idOf = (name: string, text: string) => /^id: ([a-z].*)$/m.exec(text)?.[1] ?? name.replace(/^\d+-/, '')

/** A deck of the minimal one's letters with these slides before them. */
async function render(name: string, slides: Readonly<Record<string, string>>, more = '') {
  const folder = runFolder(`slides-${name}`)
  cpSync(MINIMAL, folder, { recursive: true })
  mkdirSync(join(folder, 'pictures'))
  writeFileSync(join(folder, 'pictures/hill.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
  writeFileSync(join(folder, 'charts/letters.vl.json'), JSON.stringify(LETTERS))
  for (const [id, text] of Object.entries(slides)) writeFileSync(join(folder, 'slides', `${id}.mdx`), text)
  writeFileSync(
    join(folder, 'slides/deck.ts'),
    `import { createFormat, defineDeck } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { bars } from '../charts/bars.ts'
import { by, records } from '../data/records.ts'
import { Plain } from './plain.tsx'
const { Chart, Column, Columns, Quoted, Steps, h2 } = components
const { columns, record, statement, text } = layouts
export default defineDeck({
  title: 'T', description: 'D.', lang: 'en', date: '2024-01-01', format: createFormat('en'), records, downloads: {}, source: 'S.',
  acts: [
    { id: 'typed', title: 'What is typed', slides: ${JSON.stringify(Object.entries(slides).map(([name, text]) => idOf(name, text)))} },
    { id: 'told', title: 'Told', scene: 'bars', slides: ['gamma', 'beta', 'door', 'alpha'] },
  ],
  scenes: { bars }, components: { Chart, Column, Columns, Quoted, Steps, h2 },
  layouts: { columns, record, statement, text, 'picture-left': layouts['picture-left'], plain: Plain, nothing: () => null },
  template: ({ name, size }: { name: string; size: number }) => ({ headline: \`\${name} measures \${size}\`, body: '', notes: \`Say \${name}.\` }),
  describe: (id) => ({ figure: { value: String(by[id]?.size), caption: 'letters' }, facts: [] }),
  ${more}
})
`,
  )
  const loader = createLoader(folder)
  const loaded = await loader.load()
  await loader.dispose()
  return { ...renderSlides(loaded), deck: loaded.deck as Deck }
}

test('what is sound', async () => {
  const { slides, diagnostics } = await render(
    'sound',
    {
      expressions:
        "import { by, records } from '../data/records.ts'\n\n# {by.beta.name} is {records.length > 2 ? <b>one</b> : 'none'} of {`all`}\n\n{by.alpha.size} {records[0].name} {records.map(({ name }) => name).join(', ')} {by.beta?.none ?? 'x'} {new Date(Date.UTC(by.alpha.size)).toISOString().slice(by.alpha.size * 0, by.alpha.size)} {false} {[by.beta.name, ' and ', <i>{by.alpha.name}</i>]}\n\n{by['gamma'].size}\n\nText <Quoted source=\"A letter of 1999\">of 12</Quoted>.\n",
      own: 'export function Own({ value }) { return <b>{value}</b> }\nexport const Other = ({ children }) => <i>{children}</i>\nexport const { a } = { a: 1 }\n\n# Own parts\n\n<Own value={a} /> <Other>words</Other>\n',
      '3-named':
        '---\nid: called\nlayout: plain\nscene: bars\nstep: beta\nsource: Source of its own\naliases: [old, older]\n---\n\n# By another name\n\nWords\n',
      look: '---\nclass: calm quiet\nbackground: "#1d4e89"\ntransition: none\nlayout: text\n---\n\n# A ground\n\nWords\n',
      light: '---\nbackground: "#ffe08a"\nlayout: text\n---\n\n# A light ground\n\nWords\n',
      backed: '---\nbackground: ../pictures/hill.svg\nlayout: text\n---\n\n# A picture behind\n\nWords\n',
      steps:
        '---\nlayout: text\n---\n\n# Steps\n\n<Steps>\n\n- One\n- Two\n\nThree\n\n1. Four\n\n</Steps>\n\n<p className="fragment">Five</p>\n',
      code: '---\nlayout: text\n---\n\n# Code\n\n```js numbers {2,4-5}\nconst a = "b" // c\n\nlet d\nd = 1\nd = 2\nd = 3\n```\n\n```diff\n- a\n+ b\n  c\n```\n\n```js diff\n-let a\n+let b\n let c\n```\n\n```js diff {1}\n\n+let b\n```\n\n```\nplain\n```\n\n```text numbers diff {1,3-4}\n a\n-b\n+c\n d\n```\n\n`inline`\n',
      formulas:
        '---\nlayout: text\n---\n\n# Formulas\n\nSo $a^b$ and \\$ alone, $x$, and\n\n$$\n\\frac{a}{b}\n$$\n\nA price of $ none and b$ too. $ a$ is none. $x$5 and $y$z. It is <Quoted>$3 and $0</Quoted> and US$, A$b$ is a name.\n\n$$\n\\boxed{\\begin{array}{r|l} a & b \\end{array}}\n$$\n',
      tables:
        '---\nlayout: text\n---\n\n# Tables\n\n| A | B | C |\n| :- | -: | - |\n| a | b | c |\n\nTable: Of letters\n\n| D |\n| - |\n| d |\n\n: Of *one*\n\nWords\n\n| E |\n| - |\n| e |\n\n*Table*: of none\n\n| F |\n| - |\n| f |\n\n## Table: of none\n\n| G | |\n| :-: | - |\n| g | |\n\n> : of none\n\n: Above\n\n| H |\n| - |\n| h |\n',
      footnotes:
        '---\nlayout: text\n---\n\n# A note[^a]\n\nMore.[^b]\n\n<Notes>Said.[^a]</Notes>\n\n[^a]: First.\n[^b]: Second, of\n    two parts.\n',
      columns:
        '---\nlayout: columns\n---\n\n# Columns\n\n<Columns widths="wide narrow">\n<Column>\n\n## Left\n\nA\n\n</Column>\n<Column>\n\n- B\n\n</Column>\n</Columns>\n',
      picture: '---\nlayout: picture-left\n---\n\n# A picture\n\n![A hill](../pictures/hill.svg)\n\nWords beside it\n',
      marks:
        '---\nlayout: text\n---\n\n# Marks\n\nA \\*star\\*, https://example.org/12?a=3, [in words](https://example.org/4), ~~old~~ and <kbd>F1</kbd>.\n\n<img src="../pictures/hill.svg" alt="A hill" />\n\n> Said by \\[^x].\n\n- [x] Done *now*\n  - [ ] Not\n\n日本語の文章、**強調（きょうちょう）**も試す。**真、**人 ~~消去（しょうきょ）~~だ。\n\nSee www.example.org.\n',
      charted:
        'import spec from \'../charts/letters.vl.json\'\n\n# A chart\n\n<Chart spec={spec} alt="Bars of letters" inline />\n\n<Chart spec={spec} alt="Bars of letters again" />\n',
    },
    "footer: 'Below', logo: { src: '../pictures/hill.svg', alt: 'Hill' },",
  )
  const written = slides.map((slide) => {
    const content = writeTree(slide.content)
    // What a layout has as it is stands in its content.
    const apart = (['headline', 'body', 'notes'] as const).flatMap((part) => {
      const text = writeTree(slide[part])
      return content.includes(text) ? [] : [`${part}: ${text}`]
    })
    return [
      `=== ${slide.id} (${slide.act.id}, ${slide.layout}) ${slide.file ?? 'by the template'}: ${slide.title}`,
      `stage: ${JSON.stringify(slide.stage)} record: ${slide.record?.id} source: ${slide.source} aliases: ${slide.aliases}`,
      `charts: ${slide.chart ? 'on the stage' : ''} ${slide.inlineCharts?.length ?? 0}`,
      ...[...apart, content, ...(slide.id === 'steps' ? [`steps: ${writeTree(withSteps(slide.body))}`] : [])],
    ].join('\n')
  })
  const all = [...diagnostics.map(formatDiagnostic), groundRules(slides), ...written]
  await expect(`${all.join('\n')}\n`).toMatchFileSnapshot('expected/sound.txt')
})

test('what is not, with place and mend', async () => {
  const plain = (text: string, front = '') => `---\nlayout: text\n${front}---\n\n# A headline\n\n${text}\n`
  const { diagnostics } = await render('faulty', {
    unknown: plain("{by.betta} {by.gamma.siz} {by.gamma['none'].x} {none.of} {records[7].name}").replace(
      '# A',
      "import { by, records } from '../data/records.ts'\nexport const none = undefined\n\n# A",
    ),
    holes: plain(
      "{undefined} {null} {Number('x')} {({})} {[by.alpha, undefined]} {() => null} {true} {Symbol.iterator} {'\\ud800'} {Promise.reject(none)} {Infinity}",
    ).replace('# A', "import { by } from '../data/records.ts'\nexport const none = null\n\n# A"),
    thrown: plain("{(() => { throw new Error('no luck') })()} {(() => { throw 'words' })()}"),
    properties: plain(
      "<Quoted source={undefined}>a</Quoted> <Quoted source={Number('x')}>a</Quoted> <Quoted source={by.none}>a</Quoted> <Quoted source={(() => { throw new Error('no') })()}>a</Quoted>",
    ).replace('# A', "import { by } from '../data/records.ts'\n\n# A"),
    figures: plain(
      'In 43 rows, $5 or 12 % of 1999.\nAnd 7 more.\n\n{12} {\'of 8\'} {`9 of`} {usd(5)} {count(6, 7)} {-3}\n\n<Steps title="in 4 parts" href="5 6">x</Steps> <Steps title={\'10 parts\'}>x</Steps>',
    ).replace('# A', 'export const usd = String\nexport const count = usd\n\n# A'),
    headlines: '# One\n\n# Two\n',
    headless: 'Words\n',
    empty: '# {""}\n',
    front: plain('Words', 'layuot: text\nid: 5\naliases: word\nclass:\n- a\nscene: nothing\nrecord: gama\n'),
    broken: '---\nlayout: text: more\n---\n\n# A headline\n',
    indented: plain('Words\n\n    code by spaces\n\n<b>\n    bold\n</b>'),
    keyless: '---\nwords\n---\n\n# A headline\n',
    endless: '---\nlayout: text\n\n# A headline\n',
    layouts: '---\nlayout: txet\n---\n\n# A headline\n',
    nothing: '---\nlayout: nothing\n---\n\n# A headline\n',
    steps: '---\nscene: bars\nstep: alhpa\n---\n\n# A headline\n',
    stepless: '---\nscene: bars\n---\n\n# A headline\n',
    aliases: plain('Words', 'aliases: [gamma, Old Name, act-told, twice]\n'),
    'aliases-again': plain('Words', 'aliases: [twice, 5]\n'),
    components: plain('<Quotd>a</Quotd>\n\nWords <Qoted /> <my.Own /> <b>c</b>'),
    ground: '---\nscene: bars\nstep: beta\nbackground: "#000"\n---\n\n# A headline\n',
    looks: plain('Words', 'background: nocolour\ntransition: fly\nclass: "a{b}"\n'),
    links: plain('[a](javascript:alert) [b](#nowhere) [c](index.html#/alfa) [d](#gamma) <a href="data:x">e</a>'),
    markup: plain(
      '<script>a</script> <p style="color: red">b</p> <p onClick="x">c</p> <form action="x">d</form> <b id="gamma">e</b> <iframe src="x" />',
    ),
    marks: plain('A **word and __more__ of ~~it, [^none] and\n| a | b |\n| --- |\n\\**no**\\'),
    code: plain('```pyton\na\n```\n\n```js nubmers {9} {5-2} {x}\na\n```'),
    formulas: plain('$\\frac{1$ and $\\color{red} x$\n\n$$\n\\nope\n$$'),
    charts: plain('<Chart spec={spec} alt="Bars of letters" /> <Chart spec={spec} alt="Others of them" />').replace(
      '# A',
      "import spec from '../charts/letters.vl.json'\n\n# A",
    ),
    '7-gamma': '# A headline\n',
    '8-gamma': '# A headline\n',
    steering: plain('A \u202e word, \u0007 and \uFFFD'),
  })
  await expect(`${diagnostics.map(formatDiagnostic).join('\n')}\n`).toMatchFileSnapshot('expected/faulty.txt')
})

test.each([
  ['null', 'null, expected { headline, body, notes }'],
  ["'words'", 'string, expected { headline, body, notes }'],
])('a template that returns %s is told', async (returned, message) => {
  const { diagnostics } = await render(`template-${message.slice(0, 4)}`, {}, `template: () => ${returned},`)
  expect(diagnostics[0]?.message).toBe(`the slide failed to render: \`template\` returned ${message}`)
})

test.each([
  ['#000', 'fff'],
  ['#0a0a0a', 'fff'],
  ['#b00000', 'fff'],
  ['#ff0000', '000'],
  ['#008000', 'fff'],
  ['#009000', '000'],
  ['#0000ff', 'fff'],
  ['#6464ff', '000'],
  ['#757575', 'fff'],
  ['#777777', '000'],
])('on %s one reads #%s', (background, ink) => {
  expect(groundRules([{ background }] as never)).toContain(`--ink:#${ink}}`)
})

test('layouts that a deck lacks are told where they are named, else where the deck is', async () => {
  const { diagnostics } = await render('layoutless', {}, 'layouts: {},')
  expect(diagnostics.map(formatDiagnostic).filter((line) => line.includes('unknown'))).toEqual([
    'slides/deck.ts layout: unknown `record`; known: none',
    'slides/2-beta.mdx layout: unknown `record`; known: none',
    'slides/door.mdx:2:9 layout: unknown `statement`; known: none',
    'slides/deck.ts layout: unknown `record`; known: none',
  ])
})
