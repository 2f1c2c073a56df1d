import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimsOfTheTail } from './claims-of-the-tail.ts'
import { claimsOfTheTop } from './claims-of-the-top.ts'

/*
 * What a sentence may say is held by kind: a superlative over a column with gaps names those that have a figure, a word of sets
 * and firsts has a predicate, and no slide divides figures on its own, since an estimate carries the rounding.
 */

const FOLDER = new URL('../../slides/', import.meta.url)
const claims = [...claimsOfTheTail, ...claimsOfTheTop]

/** Every sentence that a slide shows or has read out, by the slide's id. */
const sentences = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.mdx'))
  .flatMap((file) => {
    const prose = readFileSync(new URL(file, FOLDER), 'utf8')
      .replace(/^---[\s\S]*?---/, '')
      .split('\n')
    return prose
      .filter((line) => !/^(import|<)/.test(line))
      .flatMap((line) => line.split(/(?<=[.?!:;]) +(?=[A-Z])/))
      .map((text) => ({ slide: file.replace(/^\d+-|\.mdx$/g, ''), text: text.replace(/^#+ /, '') }))
  })
  .filter(({ text }) => text.trim() !== '')

/** Words of sets and firsts. */
const SETS =
  /\b(all|every|each of|none|nobody|first|only|half|largest|smallest|highest|lowest|steepest|most|no (other )?(country|European|African))\b/i
/** What says these words without a claim about the data: invitations, how to read a chart, the story's own course. */
const IDLE = [
  'Let us put all of them on a map',
  'yet its bar is only',
  'Austria, Sweden and Israel resemble',
  'once and for all',
  'A deficit says nothing about',
  'This is how every country works',
  'These are goods only',
  'who buys most',
  'Every bar starts at zero',
  'A breath before the second half',
  'Nobody needs to change the guess',
  'frame holds all',
  'Half of the frame',
  'We count up from the smallest',
  'First, what is in the frame',
  'on one scale, from zero',
  'Ask again',
  'the frame from the first minute',
  'What follows is where it all comes from',
  'That is the answer to the first question',
  'The first act took nine countries',
  'the first act is over',
  'countries does it take to fill half',
  'The nine of the first act',
  'the answer to the first question',
]
/** Slides that report what others say; their own source line names them. */
const QUOTING = ['readings', 'stakes']

test('superlatives over GDP say that they are of those with a figure', () => {
  const bare = sentences.filter(
    ({ text }) =>
      /\b(highest|lowest|smallest|largest|poorest|richest|the most|heaviest|lightest)\b/.test(text) &&
      /GDP|per head|inhabitant|people|economy/.test(text) &&
      !/figure|of them/.test(text),
  )
  expect(bare).toEqual([])
})

test('no slide divides figures by itself', () => {
  expect(sentences.filter(({ text }) => /\{[^}]*(by[.[][^}]*|Share[^}]*|Total[^}]*) \/ (?!1e9)/.test(text))).toEqual([])
})

test('every exemption is still needed', () => {
  expect(IDLE.filter((idle) => !sentences.some(({ text }) => text.includes(idle)))).toEqual([])
})

test('a slide that quotes names its own source', () => {
  for (const slide of QUOTING)
    expect(readFileSync(new URL(`${slide}.mdx`, FOLDER), 'utf8')).toMatch(/^source: 'Source: .*24\/7 Wall St\./m)
})

test('sentences of sets and firsts have a predicate', () => {
  const unheld = sentences.filter(
    ({ slide, text }) =>
      !QUOTING.includes(slide) &&
      SETS.test(text) &&
      !IDLE.some((idle) => text.includes(idle)) &&
      !claims.some(([id, phrase]) => id === slide && text.includes(phrase)),
  )
  expect(unheld.map(({ slide, text }) => `${slide}: ${text}`)).toEqual([])
})
