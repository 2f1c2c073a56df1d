import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { records } from '../../data/records.ts'
import { claimsOfTheTail } from './claims-of-the-tail.ts'
import { claimsOfTheTop } from './claims-of-the-top.ts'

/*
 * Numbers in prose are expressions and cannot drift from the data. Comparisons in words can: "only Libya buys less" stays in the
 * sentence when a revision makes it wrong. Each such claim is listed with the phrase that makes it and the sum that holds it.
 */

test.each([...claimsOfTheTail, ...claimsOfTheTop])('%s: “%s”', (slide, phrase, holds) => {
  const rank = records.find(({ id }) => id === slide)?.rank
  const file = new URL(`../../slides/${rank === undefined ? '' : `${rank}-`}${slide}.mdx`, import.meta.url)
  expect(readFileSync(file, 'utf8')).toContain(phrase)
  expect(holds()).toBe(true)
})
