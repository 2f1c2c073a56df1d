import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { publish } from '../../src/publish/publish.ts'
import { readOutputs } from '../../src/publish/read-built.ts'
import { InputError } from '../../src/util/diagnostic.ts'
import { freshFolder, origin } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(async () => {
  out = freshFolder()
  await publish(out, version('a'), origin, [])
})

test('what was built is read whole, through a link to the folder, too', () => {
  const link = join(dirname(out), 'link')
  symlinkSync(out, link)
  expect(readOutputs(link)).toEqual(readOutputs(out))
  expect(String(readOutputs(out).get('index.html'))).toBe('version a')
})

const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  nothing: (file) => rmSync(file),
  '5 bytes instead of 60000': (file) => truncateSync(file, 5),
  'other bytes': (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('a', 'b')),
  'no file but something else': (file) => {
    rmSync(file)
    mkdirSync(file)
  },
  'a link': (file) => {
    renameSync(file, join(out, 'elsewhere'))
    symlinkSync(join(out, 'elsewhere'), file)
  },
}

test.each(Object.entries(DAMAGES))('found %s: the file is named', (found, damage) => {
  damage(join(out, 'part-0', '0.txt'))
  expect(() => readOutputs(out)).toThrow(InputError)
  expect(() => readOutputs(out)).toThrow(
    `${out}/part-0/0.txt found ${found}, expected the file that was built\n${out} is not what was built; build the deck again`,
  )
})

test('all files behind a link in the folder are named', () => {
  renameSync(join(out, 'part-0'), join(dirname(out), 'moved'))
  symlinkSync(join(dirname(out), 'moved'), join(out, 'part-0'))
  expect(() => readOutputs(out)).toThrow(/part-0\/0\.txt found a link.*\n.*part-0\/3\.txt found a link/)
})

test('all files of a folder that is a file now are missing', () => {
  rmSync(join(out, 'part-0'), { recursive: true })
  writeFileSync(join(out, 'part-0'), '')
  expect(() => readOutputs(out)).toThrow(/part-0\/0\.txt found nothing, .*\n.*part-0\/3\.txt found nothing, /)
})

test.each([
  ['no JSON', 'nonsense'],
  ['another program', '{"generator":"other","input":"x","outputs":[]}'],
  ['a path that leads out', '{"generator":"countdown-story 1","input":"x","outputs":[{"path":"../x","size":1,"sha256":""}]}'],
  ['no path', '{"generator":"countdown-story 1","input":"x","outputs":[{"path":5,"size":1,"sha256":""}]}'],
])('a manifest with %s is no build', (_, text) => {
  writeFileSync(join(out, 'manifest.json'), text)
  expect(() => readOutputs(out)).toThrow(
    `${out} found no build, expected a folder with its manifest.json; build the deck first: npm run build -- <deck-folder>`,
  )
})

test('nothing is served of a folder whose manifest is a link', () => {
  renameSync(join(out, 'manifest.json'), join(dirname(out), 'moved.json'))
  symlinkSync(join(dirname(out), 'moved.json'), join(out, 'manifest.json'))
  expect(() => readOutputs(out)).toThrow('found no build')
})
