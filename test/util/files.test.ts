import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolders } from '../../src/util/files.ts'
import { runFolder } from '../run-folder.ts'

const work = runFolder('folders')

test('what is missing is made, closed to others, and made again without a word', () => {
  for (const _ of [1, 2]) makeFolders(join(work, 'a', 'b', 'c'), 0o700)
  for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(work, path)).mode & 0o777).toBe(0o700)
})

test('a link to a folder will do', () => {
  mkdirSync(join(work, 'real'))
  symlinkSync('real', join(work, 'link'))
  makeFolders(join(work, 'link', 'd'))
  expect(statSync(join(work, 'real', 'd')).isDirectory()).toBe(true)
})

test('a file in the way is said', () => {
  writeFileSync(join(work, 'file'), '')
  expect(() => makeFolders(join(work, 'file'))).toThrow('EEXIST')
  expect(() => makeFolders(join(work, 'file', 'e', 'f'))).toThrow('ENOTDIR')
})

test.runIf(process.platform === 'linux')('a place where no folder can ever be is said', () => {
  expect(() => makeFolders('/proc/none/of/these')).toThrow("ENOENT: no such file or directory, mkdir '/proc/none'")
})
