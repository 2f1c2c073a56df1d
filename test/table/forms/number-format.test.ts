import { expect, test } from 'vitest'
import { builtInFormat, formatted } from '../../../src/table/forms/number-format.ts'

test.each([
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, '0.00', '0.3'],
  [0.125, '0%', '12.5%'],
  [0.07, '0.00%;[Red]-0.00%', '7%'],
  [12.5, '0.0" km"', '12.5 km'],
  [12, '[$€-407]\\ #,##0', '€12'],
  [12, '[$USD] 0', 'USD12'],
  [12, '#,##0\\ "€"', '12 €'],
  [12, '[Red]"up "0', 'up12'],
  [12, '[>=10]0" many"', '12 many'],
  // A format that divides shows another number; its currency is that of the whole one.
  [1_200_000, '$0.0,,"M"', '$1200000'],
  [1_200_000, '0.0,"k"', '1200000'],
  [1_200_000, '"x"0.0,"k"', '1200000'],
  [12, '0.0E+0" km"', '12'],
  [0.5, '[h]:mm', '12:00:00'],
  [1.5, '[hh]:mm:ss', '36:00:00'],
  [0.00070601851, 'mm:ss.0', '0:01:01'],
  [0.0001157407, 'mm:ss', '0:00:10'],
  [0.084247685, 'h:mm:ss', '2:01:19'],
  [0.00001, 'h:mm:ss.00', '0:00:00.864'],
  [43_831, 'yyyy-mm-dd', '2020-01-01'],
  [43_831.75, 'd/m/yy h:mm', '2020-01-01 18:00'],
  [43_831, 'yyyy', '2020'],
  [43_831, 'd.m."day"', '2020-01-01'],
])('%s in the format %s is %s', (value, format, text) => expect(formatted(value, format)).toBe(text))

test('dates of old Macs begin later', () => expect(formatted(0.5, builtInFormat(22), 1462)).toBe('1904-01-01 12:00'))

test('a format that no workbook has says nothing', () =>
  expect([builtInFormat(9), builtInFormat(999)]).toEqual(['0%', 'General']))
