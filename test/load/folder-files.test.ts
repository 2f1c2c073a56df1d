import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createFolderFiles, type FolderFiles } from '../../src/load/folder-files.ts'
import { runFolder } from '../run-folder.ts'

const folder = runFolder('files')
let files: FolderFiles

beforeEach(() => {
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data', 'trees.csv'), 'name,height\noak,10\n')
  files = createFolderFiles([join(folder, 'data')], 'the deck')
})

test.each(['trees.csv', 'data/trees.csv', './data/trees.csv'])(
  'a file is found by its name, with its folder or without: %s',
  (address) => {
    expect(files.text(address)).toBe('name,height\noak,10\n')
  },
)

test.each(['https://example.org/x/trees.csv?v=2', '//example.org/trees.csv'])(
  'an address elsewhere is refused, and told where to put the file: %s',
  (address) => {
    expect(() => files.text(address)).toThrow(
      /expected a file of the deck: .*; save it there as `trees\.csv` and write `trees\.csv`$/,
    )
  },
)

test('a name that is misspelt is told with the nearest', () => {
  expect(() => files.text('tree.csv')).toThrow('found no file `tree.csv`, expected it in the deck; did you mean `trees.csv`?')
})

test('what lies outside is refused, however it is named', () => {
  writeFileSync(join(folder, 'secret.csv'), 'a\n1\n')
  expect(() => files.text('../secret.csv')).toThrow('outside the deck')
  expect(() => files.text(join(folder, 'secret.csv'))).toThrow('expected one from the deck')
})

test('a file that has changed is read again, and tells so', () => {
  files.text('trees.csv')
  const [stamp, digest] = [files.stamp(), files.digest()]
  writeFileSync(join(folder, 'data', 'trees.csv'), 'name,height\noak,1000\n')
  expect(files.text('trees.csv')).toContain('1000')
  expect(files.stamp()).not.toBe(stamp)
  expect(files.digest()).not.toBe(digest)
})

test('what is not there yet is asked for, too', () => {
  expect(() => files.text('new.csv')).toThrow()
  expect([...files.asked]).toEqual([join(folder, 'data', 'new.csv')])
})
