import { expect, test } from 'vitest'
import { amountWords, currencyOf, scaleOf } from '../../src/table/amount-words.ts'

test.each([
  [3, "thousand thousands thsd thsd. tsd tsd. tausend mil '000 000 000s 1000 1,000 1,000s 1.000 1000s"],
  [5, 'lakh lakhs'],
  [6, 'million millions mio mio. Millionen mn mln mill. mill millones millón milhões milioni miljoen'],
  [7, 'crore crores cr'],
  [9, 'billion billions bn bln Mrd Mrd. Milliarde Milliarden milliard milliards mld mld. miliardi miljard'],
  [12, 'trillion trillions tn trn Bio Bio. Billionen billones'],
  [undefined, 'people toString constructor m'],
])('by the power %s multiply: %s', (power, words) => {
  expect(words.split(' ').map((word) => [word, scaleOf(word)])).toEqual(words.split(' ').map((word) => [word, power]))
})

test.each([
  ['USD', ['$', 'US$', 'usd', 'Dollar', 'dollars']],
  ['EUR', ['€', 'EUR', 'eur', 'Euro', 'euros']],
  ['GBP', ['£', 'gbp']],
  ['JPY', ['¥', '￥', 'jpy', 'yen']],
  ['CHF', ['chf', 'Fr.', 'sFr']],
  ['INR', ['₹', 'Rs', 'Rs.', 'INR']],
  ['SEK', ['kr', 'kr.', 'SEK']],
  [undefined, ['try', 'all', 'sek', 'constructor', '']],
  ['TRY', ['₺', 'TRY']],
])('%s is meant by %j', (code, texts) => {
  expect(texts.map((text) => currencyOf(` ${text} `))).toEqual(texts.map(() => code))
})

test.each([
  ['$', 'bn', true, { scale: 9, currency: 'USD' }],
  ['', 'Mio. €', false, { scale: 6, currency: 'EUR' }],
  ['', 'M€', true, { scale: 6, currency: 'EUR' }],
  ['', 'T€', true, { scale: 3, currency: 'EUR' }],
  ['', '€m', true, { scale: 6, currency: 'EUR' }],
  ['', 'Bn$', false, { scale: 0, unit: 'Bn$' }],
  ['', 'bn$', false, { scale: 9, currency: 'USD' }],
  ['', 'k', true, { scale: 3 }],
  ['', 'B', true, { scale: 9 }],
  ['', 'T', true, { scale: 0, unit: 'T' }],
  ['$', 'T', true, { scale: 12, currency: 'USD' }],
  ['$', 'b', false, { scale: 9, currency: 'USD' }],
  ['', 'k', false, { scale: 0, unit: 'k' }],
  ['', 'm', true, { scale: 0, unit: 'm' }],
  ['', 'M people', true, { scale: 0, unit: 'M people' }],
  ['', 'million of people', false, { scale: 6, unit: 'people' }],
  ['', 'thousand million tonnes', false, { scale: 9, unit: 'tonnes' }],
  ['', '', true, { scale: 0 }],
])('`%s` before and `%s` after (attached: %s)', (before, after, attached, expected) => {
  expect(amountWords(before, after, attached)).toEqual(expected)
})
