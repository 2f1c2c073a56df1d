import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentDate, pdfDate } from '../../src/pdf/dates.ts'
import { UsageError } from '../../src/util/diagnostic.ts'
import { complete, printAll, SAMPLE } from './sample.ts'

const DATE = new Date('2025-04-26')

describe('the same page gives the same bytes', () => {
  let first: Uint8Array
  beforeAll(async () => {
    ;[first = first] = await printAll(SAMPLE)
    // The next one is made in another second.
    await sleep(1100)
  })

  test.for([
    { name: 'at another time', env: {} },
    {
      name: 'in another time zone and language',
      env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_ALL: 'tr_TR.UTF-8' },
    },
    { name: 'as the second page of a browser', env: {}, before: '<h1>another</h1>' },
  ])('$name', async ({ env, before }) => {
    const saved = { ...process.env }
    Object.assign(process.env, env)
    const printed = await printAll(...(before ? [before] : []), SAMPLE)
    process.env = saved
    const again = printed.at(-1) ?? new Uint8Array()
    expect(Buffer.compare(again, first)).not.toBe(0)
    expect(Buffer.compare(complete([again], { date: DATE }).bytes, complete([first], { date: DATE }).bytes)).toBe(0)
  })
})

test('a date as PDF writes it', () => {
  expect(pdfDate(new Date('2020-01-02T03:04:05+05:30'))).toBe("D:20200101213405+00'00'")
})

describe('the date', () => {
  test.for([
    { epoch: undefined, iso: '2025-04-26T00:00:00.000Z' },
    { epoch: '0', iso: '1970-01-01T00:00:00.000Z' },
    { epoch: '1700000000', iso: '2023-11-14T22:13:20.000Z' },
    { epoch: '', iso: '2025-04-26T00:00:00.000Z' },
    { epoch: '253402300799', iso: '9999-12-31T23:59:59.000Z' },
  ])('SOURCE_DATE_EPOCH=$epoch: $iso', ({ epoch, iso }) => {
    expect(documentDate('2025-04-26', { SOURCE_DATE_EPOCH: epoch }).toISOString()).toBe(iso)
  })

  test.for([
    ['tomorrow', 'found `tomorrow`, expected whole seconds since 1970 such as 1700000000'],
    ['-1', 'found `-1`, expected whole seconds since 1970 such as 1700000000'],
    ['1.5', 'found `1.5`, expected whole seconds since 1970 such as 1700000000'],
    [' 1', 'found ` 1`, expected whole seconds since 1970 such as 1700000000'],
    ['0x10', 'found `0x10`, expected whole seconds since 1970 such as 1700000000'],
    ['253402300800', 'found `253402300800`, expected whole seconds since 1970 such as 1700000000'],
    ['1700000000123', 'found `1700000000123`, expected whole seconds since 1970 such as 1700000000; these are milliseconds'],
  ])('SOURCE_DATE_EPOCH=%s is refused', ([epoch, says]) => {
    expect(() => documentDate('2025-04-26', { SOURCE_DATE_EPOCH: epoch })).toThrow(new UsageError(`SOURCE_DATE_EPOCH: ${says}`))
  })
})
