import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PHONE } from '../reading.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()

test.each([
  ['with script', true],
  ['without script', false],
] as const)('a guess is answered where the answer is, and forgotten with the page: %s', async (_, hasScript) => {
  const { page } = await deck.open(`${deck.web}read.html`, PHONE)
  await page.setJavaScriptEnabled(hasScript)
  await page.reload()
  const answer = () =>
    page.$eval('.guess-answer', (paragraph) => {
      const seen = [...paragraph.childNodes].filter((node) => !(node instanceof HTMLElement) || node.checkVisibility())
      return seen.map((node) => node.textContent).join('')
    })
  expect(await answer()).toBe('It took 40, or four from the top.')
  const choices = await page.$$('.guess input')
  expect(choices).toHaveLength(5)
  await choices[2]?.evaluate((input) => (input as HTMLInputElement).click())
  expect(await answer()).toBe('You guessed 20. It took 40, or four from the top.')
  await choices[0]?.evaluate((input) => (input as HTMLInputElement).click())
  expect(await answer()).toBe('You guessed 4. It took 40, or four from the top.')
  await page.reload()
  expect(await answer()).toBe('It took 40, or four from the top.')
})

test('in a room the presenter asks: the deck has no boxes', () => {
  expect(readFileSync(new URL(`${deck.disk}index.html`), 'utf8')).not.toMatch(/You guessed|name="guess"/)
})
