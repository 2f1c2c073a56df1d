import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkGround, groundRules, lookOf, withLook } from '../../src/mdx/slide-look.ts'
import type { Slide } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { writeTree } from '../../src/tree/write-tree.ts'

const location = { file: 'slides/door.mdx', line: 2, column: 1 }
const located = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, location }]))

test('a ground is a colour or a picture, a transition one of those that there are', () => {
  const diagnostics: { message: string }[] = []
  const look = { background: 'rgb(20, 54, 92)', transition: 'rise', class: 'calm' }
  expect(lookOf(located(look), diagnostics)).toEqual(look)
  expect(lookOf(located({ background: 'hills.jpg' }), diagnostics)).toEqual({ background: 'hills.jpg' })
  expect(diagnostics).toEqual([])
  expect(lookOf(located({ background: 'bluish', transition: 'ris', class: '1' }), diagnostics)).toEqual({})
  expect(lookOf(located({ background: '#0008' }), diagnostics)).toEqual({})
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'class: found `1`, expected words such as `calm`',
    expect.stringMatching(/^background: found `bluish`, expected a colour/),
    expect.stringMatching(/^transition: found `ris`, did you mean `rise`\?/),
    expect.stringMatching(/^background: found `#0008`/),
  ])
})

test('a ground goes with the words that are read on it, and none of it is a style attribute', () => {
  const slide = (background: string) => writeTree(withLook(readTree('<div class="slide"><p>a</p></div>'), { background }))
  expect(slide('#14365c')).toBe('<div class="slide ground ground-14365c dark"><p>a</p></div>')
  expect(slide('gold')).toBe('<div class="slide ground ground-ffd700 light"><p>a</p></div>')
  expect(slide('hills.jpg')).toBe('<div class="slide backed"><img src="hills.jpg" alt="" class="backdrop"><p>a</p></div>')
  expect(groundRules([{ background: 'gold' }, { background: 'gold' }, { background: 'hills.jpg' }, {}] as Slide[])).toBe(
    '.slide.ground-ffd700.ground-ffd700.ground-ffd700{--paper:#ffd700;--ink:#000}',
  )
})

test('a ground that would cover a chart is refused with its location', () => {
  const source = { frontmatter: located({ background: 'gold', class: 'dark' }) } as never
  const stage = { scene: 'bars', step: 'a' }
  expect(checkGround({ background: 'gold', stage } as Slide, source)).toEqual([
    { location, message: expect.stringContaining('chart') },
  ])
  expect(checkGround({ class: 'calm dark', stage } as Slide, source)).toHaveLength(1)
  expect(checkGround({ class: 'calm', stage } as Slide, source)).toEqual([])
  expect(checkGround({ background: 'gold' } as Slide, source)).toEqual([])
})

test('each transition that can be named has rules', () => {
  const rules = readFileSync(join(import.meta.dirname, '../../src/kit/styles/extras/transitions.css'), 'utf8')
  for (const way of ['rise', 'slide', 'zoom', 'none']) expect(rules).toContain(`.enter-${way}`)
})
