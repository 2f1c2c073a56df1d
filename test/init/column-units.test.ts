import { expect, test } from 'vitest'
import { inMillions, inOneUnit, inSeconds, isYear, kindOf, notesOf, otherUnit, usualUnit } from '../../src/init/column-units.ts'
import { numberIn, readPrinted } from '../../src/table/printed-number.ts'

const found = (texts: string) => texts.split(' | ').map((text) => (text === '' ? null : readPrinted(text)))

test.each([
  ['empty', ['', ''], ''],
  ['number', ['12', '', '1,5 km'], ''],
  ['text', ['12', 'a'], ''],
  ['address', ['https://a.b/c', 'www.a.b', 'a@b.c'], ''],
  ['date', ['2020-01-02', '2020-01', '2020-01-02T10:00Z', '1.2.2020', '1/2/20 10:00', '2020/1/2'], ''],
  ['date', ['1. März 2020', '1 Mar 20', 'May 1, 2020', 'Oct. 2020', 'Dezember 2020'], ''],
  ['colour', ['#fff', '#a0b1c2'], ''],
  ['colour', ['a0b1c2', 'ffffff'], 'Hex'],
  ['text', ['a0b1c2', 'ffffff'], 'Team'],
  ['code', ['DE', 'FRA'], ''],
  ['code', ['ABCDE12', 'B_13'], ''],
  ['number', ['012', '13'], ''],
  ['text', ['ABCDE12', 'C'], ''],
])('%s: %j', (kind, texts, header) => expect(kindOf(texts, header)).toBe(kind))

test.each([
  ['Size', [1800, 2035], undefined, true],
  ['Size', [1799, 1900], undefined, false],
  ['Size', [1900, 2036], undefined, false],
  ['Size', [1900, 1900.5], undefined, false],
  ['Size', [1900], 'm', false],
  ['Founded', [1, 1000, 2200], undefined, true],
  ['Founded', [1, 999], undefined, false],
  ['Founded', [0, 1000], undefined, false],
  ['Founded', [1000, 2201], undefined, false],
])('%s of %j in %s: years, %s', (label, values, unit, expected) => expect(isYear(label, values, unit)).toBe(expected))

test.each([
  ['5 km | 6 km | 7 miles', { unit: 'km' }],
  ['$5 | 6 | €7 | $8', { currency: 'USD' }],
  // A flag of statistics, and the letter of a unit.
  ['5 e | 6 | 7 | 8', {}],
  ['5 e | 6 e | 7 | 8', { unit: 'e' }],
  ['5 | 6', {}],
])('the unit of %s', (texts, unit) => expect(usualUnit(found(texts))).toEqual(unit))

test.each([
  ['5 km', { unit: 'km' }, undefined],
  ['5', { unit: 'km' }, undefined],
  ['5 m', { unit: 'km' }, 'is in m, the others in km'],
  ['5 miles', {}, 'says `miles` after the number, which the others do not'],
  ['5 e', {}, undefined],
  ['€5', { currency: 'USD' }, 'is in EUR, the others in USD'],
  ['€5', {}, 'is in EUR, the others in no currency'],
])('%s among numbers of %j', (text, usual, expected) => {
  const printed = readPrinted(text)
  if (!printed) throw new Error(`${text} is no number`)
  expect(otherUnit(printed, usual)).toBe(expected)
})

test.each([
  ['Population', '5 m | 6 | 7 km', [6, 0, 0]],
  ['Height', '5 m | 6 | 7 km', [0, 0, 0]],
  ['Height', '5 m | 6 bn | 7 km', [6, 9, 0]],
  ['Height', '5 m | 6 million', [0, 6]],
])('%s: an m of %s', (header, texts, scales) =>
  expect(inMillions(found(texts), header).map((each) => each?.scale)).toEqual(scales),
)

test.each([
  ['2 km | 3 km | 4 km | 500 m | 7 cm | 3 mm', [2, 3, 4, 0.5, 0.00007, 0.000003]],
  ['2 t | 3 t | 4 kg | 5 g | 6 t | 7 mg', [2, 3, 0.004, 0.000005, 6, 7e-9]],
  ['2 l | 3 l | 400 ml', [2, 3, 0.4]],
  ['2 GB | 3 GB | 1 TB | 4 MB | 5 GB | 6 KB', [2, 3, 1000, 0.004, 5, 0.000006]],
  ['2 MW | 3 MW | 4 GW | 5 kW', [2, 3, 4000, 0.005]],
  ['2 GWh | 3 GWh | 4 TWh | 5 MWh | 6 GWh | 7 kWh', [2, 3, 4000, 0.005, 6, 0.000007]],
])('%s in one unit', (texts, amounts) =>
  expect(inOneUnit(found(texts)).map((each) => each && numberIn(each, '.'))).toEqual(amounts),
)

test.each([
  ['1:00:00 | 81 min | 2 h | 1,5 h | 1.5 h | 30 sec. | 7 km | ', [3600, 4860, 7200, 5400, 5400, 30, undefined, undefined]],
  ['81 min | 2 h', [undefined, undefined]],
])('seconds of %s', (texts, seconds) => expect(inSeconds(found(texts)).map((each) => each?.duration)).toEqual(seconds))

test.each([
  ['5 | 6', 0, []],
  ['5* | 6', 0, ['marks taken off 1 number']],
  ['5* | 6* | 7', 3, ['marks taken off 2 numbers', 'multiplied by 1,000, as its name says']],
  ['5 (2019) | 6', 0, ['of 1 cell with more than a number the first is taken']],
  ['5 million | 6 m', 0, ['words such as million written out']],
])('what was done to %s', (texts, scaled, notes) => expect(notesOf(found(texts), scaled)).toEqual(notes))
