import { expect, test } from 'vitest'
import { checkParts } from '../../../src/outputs/pptx/check-parts.ts'
import type { Part } from '../../../src/outputs/pptx/package.ts'
import { pptxParts } from '../../../src/outputs/pptx/pptx-output.ts'
import { InputError } from '../../../src/util/diagnostic.ts'
import { storyOf } from '../../story-of.ts'
import { paint } from './make-pptx.ts'

const FIRST = 'ppt/slides/slide1.xml'
const story = await storyOf('minimal')
const parts = pptxParts(story, await paint(story), new Map())

/** The parts with one of them written otherwise. */
function changed(path: string, change: (text: string) => string): Part[] {
  const made = parts.map((part) => (part.path === path ? { ...part, contents: change(String(part.contents)) } : part))
  expect(made).not.toEqual(parts)
  return made
}

test('what is written is as it must be', () => {
  expect(() => checkParts(parts, story)).not.toThrow()
})

test('a lost word is told with the slide’s file', () => {
  const without = changed('ppt/slides/slide2.xml', (text) => text.replaceAll('sentence', ''))
  const fault = (() => {
    try {
      checkParts(without, story)
    } catch (error) {
      return error
    }
    return undefined
  })()
  expect(fault).toBeInstanceOf(InputError)
  expect((fault as InputError).diagnostics).toEqual([
    {
      location: { file: story.slides[1]?.file },
      message: expect.stringMatching(/^slides\.pptx: found no `sentence` on slide beta/),
    },
  ])
  const silent = changed('ppt/notesSlides/notesSlide2.xml', (text) => text.replace('aloud', ''))
  expect(() => checkParts(silent, story)).toThrow('aloud')
})

test.for([
  ['an unknown way', '<p:fade/>', '<p:fade r:id="rId99"/>', 'rId99'],
  ['an id twice', '<p:cNvPr id="3"', '<p:cNvPr id="2"', 'twice'],
  ['a name of Morph twice', /name="[A-Z]\w*"/g, 'name="!!a"', 'twice'],
  ['a place that is filled twice', 'type="title"', 'type="sldNum" idx="15" sz="quarter"', 'twice'],
  ['a text without a paragraph', /<a:p>.*?<\/a:p>/, '', 'without a paragraph'],
  ['a sign before its place', '<a:p>', '<a:p><a:pPr indent="-1"/>', 'before its place'],
  ['an object beside the slide', /<a:off x="[1-9]\d+"/, '<a:off x="12180000"', 'expected it on the slide'],
] as const)('%s is a fault of ours', ([, from, to, expected]) => {
  expect(() =>
    checkParts(
      changed(FIRST, (text) => text.replace(from, to)),
      story,
    ),
  ).toThrow(expected)
})

test('a way to nowhere is one, and a name that is given twice', () => {
  const lost = parts.filter(({ path }) => path !== 'ppt/slideLayouts/slideLayout2.xml')
  expect(() => checkParts(lost, story)).toThrow('which is no part')
  expect(() => checkParts([...parts, ...parts.slice(0, 1)], story)).toThrow('two parts of one name')
})
