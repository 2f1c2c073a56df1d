import { expect, test } from 'vitest'
import { grouped } from '../../../src/outputs/pptx/groups.ts'
import type { PaintedSlide, PaintedTable, PaintedText, Piece } from '../../../src/outputs/pptx/painted.ts'
import type { Story } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { storyOf } from '../../story-of.ts'
import { paint } from './make-pptx.ts'

const story = await storyOf('minimal')

/** What is painted of slides with these texts below their headlines. */
async function painted(...bodies: string[]): Promise<PaintedSlide[]> {
  const [first] = story.slides as [Story['slides'][number]]
  const slides = bodies.map((body, index) => {
    const html = `<div class="slide slide-full"><h2 class="headline">${first.title}</h2><div class="body">${body}</div></div>`
    return { ...first, index, content: readTree(html) }
  })
  const found = await paint({ ...story, slides, wide: { ...story.wide, states: [] } })
  return [...found.slides]
}

const textsOf = (pieces: readonly Piece[] = []) =>
  pieces.filter((piece): piece is PaintedText => piece.kind === 'text' && piece.part === 'body')
const said = ({ runs }: PaintedText) => runs.map(({ text }) => text).join('|')

test('spaces are those that a browser shows, and what nobody sees is left out', async () => {
  const [spaces, breaks, unseen] = await painted(
    '<p> one \n <b> two</b> <i> three </i> </p>\n<p>four</p>',
    '<p>a<br> b</p>',
    '<p>a <q>b<span class="visually-hidden"> (c)</span></q> d</p><p hidden>e</p>',
  )
  expect(textsOf(spaces?.pieces).map(said)).toEqual(['one |two| |three', 'four'])
  expect(textsOf(breaks?.pieces).map(said)).toEqual(['a|\n|b'])
  expect(textsOf(unseen?.pieces).map(said)).toEqual(['a |b| d'])
})

test('items know their mark and their depth; of one item the first paragraph alone has the mark', async () => {
  const [slide] = await painted('<ol start="3"><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ol>')
  const texts = textsOf(slide?.pieces)
  expect(texts.map(({ hanging }) => hanging?.text)).toEqual([3, undefined, 4, '–'])
  const [a, b, c, d] = texts.map(({ box, hanging }) => box.x + (hanging?.by ?? 0)) as [number, number, number, number]
  expect([a - 40 > 20, b, c, d - c > 10]).toEqual([true, a, a, true])
})

test('letters look as they are painted, and links lead on', async () => {
  const html = '<p><strong>a</strong><del>b</del><code>c</code><sup>d</sup><a href="https://example.org/">e</a></p>'
  const [slide] = await painted(html)
  const [bold, gone, code, raised, link] = textsOf(slide?.pieces)[0]?.runs ?? []
  expect(bold).toMatchObject({ text: 'a', bold: true, size: 24, family: 'Source Sans 3', colour: '#1d1b18' })
  expect(gone).toMatchObject({ text: 'b', strike: true, bold: false })
  expect(code).toMatchObject({ text: 'c', family: 'Source Code Pro' })
  expect(raised).toMatchObject({ text: 'd', raised: 'sup', size: 24 })
  expect(link).toMatchObject({ text: 'e', link: 'https://example.org/', underline: false })
})

test('formulas and code are in the flow: the one in its line, the other line by line on its ground', async () => {
  const [slide] = await painted(
    '<p>so <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> grows</p><pre><code>if x\n  y\n</code></pre>',
  )
  const texts = textsOf(slide?.pieces)
  expect(texts.map(said)).toEqual(['so |x^2| grows', 'if x', '  y'])
  expect(texts[0]?.runs[1]?.formula).toBe(0)
  expect(texts.map(({ on }) => on?.colour)).toEqual([undefined, expect.stringMatching(/^#/), expect.stringMatching(/^#/)])
})

test('a table has its grid from where its cells are painted, spans across and down', async () => {
  const [slide] = await painted(
    '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></table>',
  )
  const table = slide?.pieces.find(({ kind }) => kind === 'table') as PaintedTable
  expect(table.rows.map(({ isHead, cells }) => [isHead, cells.length])).toEqual([
    [true, 3],
    [false, 2],
    [false, 2],
  ])
  const [, [one, two] = []] = table.rows.map(({ cells }) => cells)
  expect(one?.box.height).toBeCloseTo((two?.box.height ?? 0) * 2, 0)
})

test('what stands in one column is one box, columns are several', async () => {
  const column = '<div class="column"><h3>a</h3><ul><li>b</li></ul><p>c</p></div>'
  const [slide] = await painted(`<div class="columns">${column}${column}</div>`)
  const groups = grouped(slide?.pieces ?? [], false).filter(({ part }) => part === 'body')
  expect(groups.map((group) => group.kind === 'group' && group.texts.map(said))).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
})
