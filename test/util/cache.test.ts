import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createCache } from '../../src/util/cache.ts'
import { runFolder } from '../run-folder.ts'

const work = runFolder('kept')

const bytes = (text: string) => new TextEncoder().encode(text)
const textOf = (contents: Uint8Array | undefined) => contents && new TextDecoder().decode(contents)

test('what was kept is found by its key, by a later build too, and is for nobody else to read', async () => {
  const folder = join(work, 'new', 'pictures')
  await createCache('pictures', 9, folder).keep('one', bytes('a picture'))
  expect(textOf(await createCache('pictures', 9, folder).find('one'))).toBe('a picture')
  expect(await createCache('pictures', 9, folder).find('two')).toBeUndefined()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600])
})

test('what was cut off or changed is not found, and is replaced', async () => {
  const folder = join(work, 'spoilt')
  const kept = createCache('pictures', 9, folder)
  await kept.keep('one', bytes('a picture'))
  const path = join(folder, readdirSync(folder)[0] ?? '')
  const whole = readFileSync(path)
  for (const spoilt of [whole.subarray(0, -1), whole.subarray(0, 8), Buffer.alloc(0), Buffer.concat([whole, bytes('!')])]) {
    writeFileSync(path, spoilt)
    expect(await kept.find('one')).toBeUndefined()
  }
  await kept.keep('one', bytes('a picture'))
  expect(textOf(await kept.find('one'))).toBe('a picture')
})

test('the oldest are forgotten', async () => {
  const folder = join(work, 'full')
  mkdirSync(folder)
  for (const age of [1, 2, 3]) {
    writeFileSync(join(folder, `${age}`), '')
    utimesSync(join(folder, `${age}`), new Date(), new Date(Date.now() - age * 1000))
  }
  await createCache('pictures', 2, folder).keep('one', bytes('a picture'))
  expect(readdirSync(folder)).toHaveLength(3)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['1', '2']))
})

test('without a place nothing is kept and nothing fails', async () => {
  writeFileSync(join(work, 'file'), '')
  const kept = createCache('pictures', 9, join(work, 'file', 'pictures'))
  await kept.keep('one', bytes('a picture'))
  expect(await kept.find('one')).toBeUndefined()
})
