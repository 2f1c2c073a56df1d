import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createComposer } from '../../src/load/compose-story.ts'
import type { Slide } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { silent } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'

const folder = runFolder('markdown')
cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
const composer = createComposer(folder, silent)
afterAll(async () => {
  await composer.dispose()
})

async function slide(text: string): Promise<Slide> {
  writeFileSync(join(folder, 'slides/door.mdx'), `# A door opens before the last letter\n\n${text}\n`)
  const { slides } = await composer.compose()
  return slides.find(({ id }) => id === 'door') as Slide
}

const body = async (text: string) => writeTree((await slide(text)).body)

describe('Markdown as on GitHub', () => {
  test('a table has a caption, heads that know their columns, and no styles', async () => {
    expect(await body('| A | B |\n| :- | -: |\n| a | *b* |\n\nTable: What is **typed**')).toBe(
      '<div class="wide" role="region" aria-label="What is typed" tabindex="0" data-keys="own"><table class="typed">' +
        '<caption>What is <strong>typed</strong></caption>' +
        '<thead><tr><th scope="col" class="align-left">A</th><th scope="col" class="align-right">B</th></tr></thead>' +
        '<tbody><tr><td class="align-left">a</td><td class="align-right"><em>b</em></td></tr></tbody></table></div>',
    )
  })

  test.each([
    ['above', ': Above\n\n| A |\n| - |\n| a |\n\nText: more'],
    ['below rather than above', 'Table: For another\n\n| A |\n| - |\n| a |\n\n: Above'],
  ])('a caption stands %s', async (_, text) => expect(await body(text)).toContain('<caption>Above</caption>'))

  test('a table without a caption is no region; on a slide, none is', async () => {
    expect(await body('| A |\n| - |\n| a |')).toContain('<div class="wide"><table class="typed">')
    const { content } = await slide('| A |\n| - |\n| a |\n\n: Of one')
    expect(writeTree(content)).toContain('<div class="wide"><table class="typed"><caption>Of one')
  })

  test('boxes of tasks have their texts as names', async () => {
    expect((await body('- [x] One *more*\n  - [ ] Less')).replaceAll('\n', '')).toBe(
      '<ul class="contains-task-list"><li class="task-list-item"><label><input type="checkbox" checked disabled class="box"> One <em>more</em></label>' +
        '<ul class="contains-task-list"><li class="task-list-item"><label><input type="checkbox" disabled class="box"> Less</label></li></ul></li></ul>',
    )
  })

  test('words are struck, addresses are links, and what they say is no figure', async () => {
    expect(await body('~~Old~~ at https://example.org/12?page=3 and www.example.org.')).toBe(
      '<p><del>Old</del> at <a href="https://example.org/12?page=3">https://example.org/12?page=3</a> and <a href="http://www.example.org">www.example.org</a>.</p>',
    )
  })

  test('emphasis needs no spaces around it where a language has none', async () => {
    expect(await body('日本語の文章、**強調（きょうちょう）**も試す。**真、**人 ~~消去（しょうきょ）~~だ。')).toBe(
      '<p>日本語の文章、<strong>強調（きょうちょう）</strong>も試す。<strong>真、</strong>人 <del>消去（しょうきょ）</del>だ。</p>',
    )
  })
})

describe('footnotes', () => {
  const text = 'Old.[^why] Older.[^how]\n\n<Notes>Say it.[^why]</Notes>\n\n[^why]: Says *Ann*.\n[^how]: Dug.'

  test('lead to their text and back on a page, with ids that no other slide has', async () => {
    const html = await body(text)
    expect(html).toContain('Old.<sup><a href="#door-fn-why" id="door-fnref-why" role="doc-noteref">1</a></sup>')
    expect(html).toMatch(/<div class="footnotes" role="doc-endnotes"><ol>\s*<li id="door-fn-why">/)
    expect(html).not.toMatch(/<section|<h\d|user-content|aria-describedby/)
    // The way back to the notes would lead to what no page has.
    expect(html.match(/role="doc-backlink"/g)).toHaveLength(2)
  })

  test('stand last on the slide, where nothing leads to and fro', async () => {
    const html = writeTree((await slide(text)).content)
    expect(html).toMatch(/<p>Old\.<sup><span id="door-fnref-why">1<\/span><\/sup>.*<\/div><div class="footnotes"/s)
    expect(html).not.toMatch(/doc-(?:noteref|backlink)|↑|href/)
  })
})

describe('code', () => {
  const lines = async (text: string) => (await body(text)).split('\n')

  test('has a class for each kind of word, and none without a language', async () => {
    expect(await lines('```js\nconst a = "b"\n```')).toEqual([
      '<pre class="code"><code class="language-js"><span class="line"><span class="tok-keyword">const</span> <span class="tok-constant">a</span> <span class="tok-keyword">=</span> <span class="tok-string-expression">"b"</span></span>',
      '</code></pre>',
    ])
    expect(await lines('```\n1 < 2 {x}\n```')).toEqual([
      '<pre class="code"><code><span class="line">1 &lt; 2 {x}</span>',
      '</code></pre>',
    ])
  })

  test('has numbers, lines that are pointed out, and those that came and went', async () => {
    const html = await body('```text numbers diff {1,3-4}\n a\n-b\n+c\n d\n```')
    expect(html).toContain('<pre class="code numbers">')
    expect(html.match(/class="line[^"]*">[^<]*/g)).toEqual([
      'class="line marked">a',
      'class="line removed">-b',
      'class="line marked added">+c',
      'class="line marked">d',
    ])
  })
})

describe('formulas', () => {
  test('are MathML, in a line and of their own, with their source', async () => {
    const html = await body('So $x^2$.\n\n$$\n\\frac{a}{2}\n$$')
    expect(html).toContain('<p>So <math alttext="x^2"><msup><mi>x</mi><mn class="tml-sml-pad">2</mn></msup></math>.</p>')
    expect(html).toContain(
      '<math display="block" class="tml-display" alttext="\\frac{a}{2}"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
    )
  })

  test('have lines as classes and no styles', async () => {
    const html = await body('$$\n\\boxed{\\begin{array}{r|l} a & b \\end{array}}\n$$')
    expect(html).toMatch(/<mrow [^>]*class="border">.*<mtd class="tml-right border-right">/)
    expect(html).not.toContain(' style=')
  })

  test.each([
    'It is <Quoted>$3 and $0</Quoted> and US$ and $ x $.',
    '<Quoted>$3 trillion</Quoted> of <Quoted>$9.1 trillion</Quoted>',
    'A$b$ is a name, \\$c$ has a backslash',
  ])('money is none: %s', async (text) => expect(await body(text)).not.toContain('<math'))
})

test.each([
  ['calm two-tone', '<h2 class="calm two-tone">'],
  ['"a\\" b"', 'class: found `a" b`, expected words such as `calm`'],
])('a slide may have classes: %s', async (name, expected) => {
  writeFileSync(join(folder, 'slides/door.mdx'), `---\nclass: ${name}\n---\n\n# A door opens before the last letter\n`)
  const told = await composer.compose().then(
    ({ slides }) => writeTree((slides.find(({ id }) => id === 'door') as Slide).content),
    (error: Error) => error.message,
  )
  expect(told).toContain(expected)
})
