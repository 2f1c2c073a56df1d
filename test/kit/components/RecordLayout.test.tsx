import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { records } from '../../../data/records.ts'
import deck from '../../../slides/deck.ts'
import { layouts } from '../../../src/kit/components/index.ts'
import { Facts } from '../../../src/kit/components/RecordLayout.tsx'
import type { Deck, LayoutProps } from '../../../src/story/deck.ts'

const act = (deck as Deck).acts[1]
const Layout = layouts.record

function render(id: string): string {
  const record = records.find((candidate) => candidate.id === id)
  if (!act || !Layout || !record) throw new Error(`nothing to render for ${id}`)
  const slide: LayoutProps['slide'] = { id, act, index: 3, layout: 'record', record }
  return renderToString(
    <Layout
      deck={deck}
      slide={slide}
      title="A headline"
      headline={
        <>
          A <em>headline</em>
        </>
      }
      body={<p>A body.</p>}
      picture={null}
      text={null}
    />,
  )
}

const textOf = (html: string) => html.replace(/<[^>]*>/g, '|').replaceAll('\u00a0', ' ')

test('a record shows all eight facts, the deficit largest', () => {
  const html = render('libya')
  const text = textOf(html)
  for (const fact of ['#43 of 43', 'Libya', 'Northern Africa', '$1.6 billion', '$425.3 million', '$45.1 billion', '$6,173'])
    expect(text).toContain(fact)
  expect(html).toMatch(/<span class="big">\$1\.1<\/span> <span class="caption">billion\u00a0U.S.\u00a0deficit with\u00a0Libya/)
})

test('a record that lies somewhere has a small map beside its headline, out of the way of screen readers', () => {
  for (const { id } of records)
    expect(render(id)).toMatch(
      /<svg class="locator" [^>]*aria-hidden="true"><path class="land" d="M[^"]+z"><\/path><path class="place" d="M[^"]+z">/,
    )
})

test('a missing figure is named in place', () => {
  for (const id of ['venezuela', 'chinese-taipei']) {
    const html = render(id)
    expect(html.match(/<dd class="missing">no 2023 figure<\/dd>/g)).toHaveLength(2)
    expect(html).not.toMatch(/NaN|null|undefined|\$0\b/)
  }
})

test('the headline is one heading of the second level, and the source line is there', () => {
  const html = render('libya')
  expect(html.match(/<h\d[^>]*>.*?<\/h\d>/g)).toEqual(['<h2 class="headline">A <em>headline</em></h2>'])
  expect(html).toContain('Source: Observatory of Economic Complexity')
})

test('what the policy of the pages forbids is nowhere', () => {
  for (const { id } of records) expect(render(id)).not.toMatch(/<style|<script|\sstyle=|\son\w+=/)
})

test.each([
  ['Chad', 'The first', '#43 of 43 · Chad · The first'],
  ['A republic of many long words, of one more, and then of a few more of them', 'The first', '#43 of 43 · The first'],
  ['Chad', 'An act whose title is longer than all that a kicker has room for, even one with so much of it', '#43 of 43 · Chad'],
])('a kicker holds what it has room for: %s, %s', (name, title, said) => {
  const record = { ...(records[0] as (typeof records)[0]), name }
  if (!act || !Layout) throw new Error('nothing to render')
  const slide: LayoutProps['slide'] = { id: record.id, act: { ...act, title }, index: 3, layout: 'record', record }
  const html = renderToString(<Layout deck={deck} slide={slide} title="" headline="" body="" picture={null} text={null} />)
  expect(textOf(/<p class="kicker">(.*?)<\/p>/.exec(html)?.[1] ?? '').replaceAll('|', '')).toBe(said)
})

const long = 'a neighbourhood with a long name of many words'
const values = (count: number) =>
  [
    ...renderToString(
      <Facts facts={Array.from({ length: count }, (_, index) => ({ label: `Fact ${index}`, value: long }))} />,
    ).matchAll(/<dd>(.*?)<\/dd>/g),
  ].map(([, value]) => value)

test('a fact that is too long for its column is cut, the first of five later than the others', () => {
  expect(values(2)).toEqual([long, long])
  expect(values(4)).toEqual(Array.from({ length: 4 }, () => 'a neighbourhood with a…'))
  expect(values(5)[0]?.length).toBeGreaterThan((values(5)[1] ?? '').length + 10)
})

test('without facts there is no strip', () => expect(renderToString(<Facts facts={[]} />)).toBe(''))
