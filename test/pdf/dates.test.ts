import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentDate, fixDates } from '../../src/pdf/dates.ts'
import { readPdf } from '../../src/pdf/facts.ts'
import { printAll, SAMPLE } from './sample.ts'

const DATE = new Date('2025-04-26')

describe('the same page gives the same bytes', () => {
  let first: Uint8Array
  beforeAll(async () => {
    ;[first = first] = await printAll(SAMPLE)
    fixDates(first, DATE)
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
    fixDates(again, DATE)
    expect(Buffer.compare(again, first)).toBe(0)
  })

  test('which still are a whole PDF, with both dates as given', () => {
    expect(readPdf(first).pages.length).toBe(3)
    expect(
      Buffer.from(first)
        .toString('latin1')
        .match(/\/(CreationDate|ModDate) \(D:20250426000000\+00'00'\)/g),
    ).toHaveLength(2)
  })
})

/** The smallest PDF with this Info dictionary. */
function pdf(info: string): Buffer {
  const body = `%PDF-1.4\n1 0 obj\n<<${info}>>\nendobj\n`
  return Buffer.from(
    `${body}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

describe('in place', () => {
  test.for([
    { written: "D:20200102030405+05'30'", fixed: "D:20250426000000+00'00'" },
    { written: "D:20200102030405-08'00", fixed: "D:20250426000000+00'00" },
    { written: 'D:20200102030405Z', fixed: 'D:20250426000000Z' },
  ])('$written becomes $fixed', ({ written, fixed }) => {
    const info = (time: string) => `/Title (a \\(D:20200102030405Z\\))\n/CreationDate (${time})\n/ModDate (${time})`
    const bytes = pdf(info(written))
    fixDates(bytes, DATE)
    expect(bytes.toString('latin1')).toBe(pdf(info(fixed)).toString('latin1'))
  })

  test.for(['', '/CreationDate (D:20200102030405Z)', '/CreationDate (today)\n/ModDate (today)'])(
    'not without both: %s',
    (info) => {
      expect(() => fixDates(pdf(info), DATE)).toThrow(/times when it was made or changed/)
    },
  )
})

describe('the date', () => {
  test.for([
    { epoch: undefined, iso: '2025-04-26T00:00:00.000Z' },
    { epoch: '0', iso: '1970-01-01T00:00:00.000Z' },
    { epoch: '1700000000', iso: '2023-11-14T22:13:20.000Z' },
    { epoch: '', iso: '2025-04-26T00:00:00.000Z' },
    { epoch: 'tomorrow', iso: '2025-04-26T00:00:00.000Z' },
  ])('SOURCE_DATE_EPOCH=$epoch: $iso', ({ epoch, iso }) => {
    expect(documentDate('2025-04-26', { SOURCE_DATE_EPOCH: epoch }).toISOString()).toBe(iso)
  })
})
