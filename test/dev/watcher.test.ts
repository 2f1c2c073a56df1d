import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWatcher, type Watcher } from '../../src/dev/watcher.ts'

let home: string
let saves: Watcher
const write = (file: string, text: string) => writeFileSync(join(home, file), text)

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'countdown-saves-'))
  mkdirSync(join(home, 'slides'))
  write('slides/a.mdx', 'a')
  write('shared.ts', '1')
  saves = createWatcher(home, '/machine')
})
afterEach(() => {
  saves.close()
  rmSync(home, { recursive: true, force: true })
})

test('a save is told once, however many events it makes', async () => {
  const next = saves.next()
  write('slides/a.mdx', 'b')
  write('slides/a.mdx', 'c')
  expect(await next).toEqual(['slides/a.mdx'])
  expect(await saves.isPending(0)).toBe(false)
  const pending = saves.isPending(2000)
  write('slides/a.mdx', 'd')
  expect(await pending).toBe(true)
})

test('a file that is emptied long before it is filled is told once', async () => {
  const next = saves.next()
  write('slides/a.mdx', '')
  let told: readonly string[] | undefined
  void next.then((changed) => {
    told = changed
  })
  await new Promise((resume) => setTimeout(resume, 100))
  expect(told).toBeUndefined()
  write('slides/a.mdx', 'filled')
  expect(await next).toEqual(['slides/a.mdx'])
  expect(await saves.isPending(0)).toBe(false)
  write('slides/a.mdx', '')
  expect(await saves.next()).toEqual(['slides/a.mdx'])
})

test('a save made before anyone asks is told', async () => {
  write('slides/a.mdx', 'longer')
  expect(await saves.next()).toEqual(['slides/a.mdx'])
})

test('files in folders that come later are seen, and those that go', async () => {
  let next = saves.next()
  mkdirSync(join(home, 'data/deep/er'), { recursive: true })
  write('data/deep/er/b.csv', 'b')
  expect(await next).toContain('data/deep/er/b.csv')
  next = saves.next()
  write('data/deep/er/b.csv', 'bb')
  expect(await next).toEqual(['data/deep/er/b.csv'])
  next = saves.next()
  rmSync(join(home, 'data'), { recursive: true })
  expect(await next).toContain('data/deep/er/b.csv')
})

test('what editors leave beside a file, packages and outputs are passed over', async () => {
  const next = saves.next()
  mkdirSync(join(home, 'slides/node_modules'))
  for (const name of ['.a.mdx.swp', 'a.mdx~', '4913', '.#a.mdx', 'node_modules/b.js']) write(`slides/${name}`, 'x')
  write('slides/b.mdx', 'b')
  expect(await next).toEqual(['slides/b.mdx'])
})

test('a file elsewhere is watched once the deck is made from it', async () => {
  saves.follow(['shared.ts', 'node_modules/x/index.js', 'slides/a.mdx'])
  const next = saves.next()
  write('other.ts', '1')
  write('shared.ts.new', '2 ')
  renameSync(join(home, 'shared.ts.new'), join(home, 'shared.ts'))
  expect(await next).toEqual(['shared.ts'])
  write('slides/a.mdx.new', 'renamed')
  renameSync(join(home, 'slides/a.mdx.new'), join(home, 'slides/a.mdx'))
  expect(await saves.next()).toContain('slides/a.mdx')
})

test('closing ends the wait', async () => {
  const next = saves.next()
  saves.close()
  expect(await next).toBeUndefined()
})

test('what a link in the deck leads to is watched, but for folders around it', async () => {
  mkdirSync(join(home, 'elsewhere'))
  write('elsewhere/b.mdx', 'b')
  symlinkSync(join(home, 'elsewhere/b.mdx'), join(home, 'slides/b.mdx'))
  symlinkSync(join(home, 'elsewhere'), join(home, 'slides/more'))
  symlinkSync(join(home, 'slides'), join(home, 'slides/around'))
  const found = await saves.next()
  expect(found).toEqual(expect.arrayContaining(['slides/b.mdx', 'slides/more/b.mdx']))
  expect(found).not.toContain('slides/around/a.mdx')
  const next = saves.next()
  write('elsewhere/b.mdx', 'longer')
  expect(await next).toEqual(expect.arrayContaining(['slides/b.mdx', 'slides/more/b.mdx']))
})
