import { expect, test } from 'vitest'
import { stillSvg } from '../../src/motion/still.ts'
import type { Mark, StageState } from '../../src/story/mark.ts'

const frame = { id: 'small', width: 200, height: 100 }
const state = (marks: Record<string, Mark>, name = 'Trees by height'): StageState => ({
  name,
  marks: new Map(Object.entries(marks)),
})
const text = (content: string, more: object = {}): Mark => ({
  kind: 'text',
  x: 1,
  y: 2,
  text: content,
  size: 12,
  fill: 'red',
  ...more,
})

test('each kind of mark is one element', () => {
  const svg = stillSvg(
    state({
      rect: { kind: 'rect', x: 1, y: 2, width: 3, height: 4, radius: 1.5, fill: 'var(--signal)', stroke: 'red', strokeWidth: 2 },
      rule: { kind: 'rule', x: 1, y: 2, x2: 3, y2: 4, stroke: 'red', strokeDash: '2 2', opacity: 0.5 },
      path: { kind: 'path', x: 5, y: 6, d: 'm0 0l1 1z', angle: 45, strokeOpacity: 0.2, stroke: 'red', strokeJoin: 'round' },
      text: text('Oak', { family: 'Source Sans 3', weight: 600, italic: true, anchor: 'end', angle: 90 }),
    }),
    frame,
  )
  expect(svg).toBe(
    '<svg viewBox="0 0 200 100" role="img" aria-label="Trees by height">' +
      '<rect x="1" y="2" width="3" height="4" rx="1.5" fill="var(--signal)" stroke="red" stroke-width="2"/>' +
      '<line x1="1" y1="2" x2="3" y2="4" stroke="red" stroke-dasharray="2 2" opacity="0.5"/>' +
      '<path d="m0 0l1 1z" transform="translate(5 6) rotate(45)" fill="none" stroke="red" stroke-linejoin="round" stroke-opacity="0.2"/>' +
      '<text x="1" y="2" font-size="12" font-family="Source Sans 3" font-weight="600" font-style="italic" text-anchor="end" transform="rotate(90 1 2)" fill="red">Oak</text>' +
      '</svg>',
  )
})

test.each(['</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload="alert(1)">', '&lt;b>'])(
  'data stay text: %s',
  (hostile) => {
    const svg = stillSvg(state({ a: text(hostile, { fill: hostile, family: hostile, clip: '0 0 1 1' }) }, hostile), frame, {
      id: hostile,
    })
    expect(svg.match(/<(?!\/)[^\s/>]+/g)).toEqual(['<svg', '<defs', '<clipPath', '<rect', '<text'])
    expect(svg).not.toContain('"alert')
  },
)

test('survives a policy against inline style', () => {
  expect(stillSvg(state({ a: text('Oak') }), frame)).not.toMatch(/style|<script/)
})

test('clip paths are shared within a still and unique among stills', () => {
  const clipped = state({
    a: text('a', { clip: '0 0 10 10' }),
    b: text('b', { clip: '0 0 10 10' }),
    c: text('c', { clip: '5 0 10 10' }),
  })
  const svg = stillSvg(clipped, frame, { id: 'oak' })
  expect(svg).toContain(
    '<defs><clipPath id="oak-1"><rect x="0" y="0" width="10" height="10"/></clipPath><clipPath id="oak-2"><rect x="5" y="0" width="10" height="10"/></clipPath></defs>',
  )
  expect(svg.match(/url\(#[^)]+\)/g)).toEqual(['url(#oak-1)', 'url(#oak-1)', 'url(#oak-2)'])
})

test('a still that repeats what stands beside it is hidden', () => {
  const svg = stillSvg(state({ a: text('Oak') }), frame, { hidden: true })
  expect(svg).toContain('<svg viewBox="0 0 200 100" aria-hidden="true">')
  expect(svg).not.toContain('role')
})

test('an empty stage is nothing', () => {
  expect(stillSvg(state({}), frame)).toBe('')
})
