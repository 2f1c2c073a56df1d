import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { publish } from '../../src/publish/publish.ts'
import { swap } from '../../src/publish/swap.ts'
import { freshFolder, origin, snapshot } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

describe('what is published', () => {
  test('the files, and a manifest that lists them with size and hash', async () => {
    const manifest = await publish(
      out,
      [
        { path: 'data/b.csv', contents: 'é' },
        { path: 'a.html', contents: 'a' },
      ],
      origin,
      [],
    )
    expect(manifest.outputs).toEqual([
      { path: 'a.html', size: 1, sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb', madeBy: [] },
      { path: 'data/b.csv', size: 2, sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c', madeBy: [] },
    ])
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest)
  })

  test('modes do not depend on the umask, and nothing is left beside the folder', async () => {
    const before = process.umask(0o077)
    await publish(out, [{ path: 'deep/er/a.html', contents: 'a' }], origin, [])
    process.umask(before)
    const modes = ['', 'deep', 'deep/er', 'deep/er/a.html'].map((path) => statSync(join(out, path)).mode & 0o777)
    expect(modes).toEqual([0o755, 0o755, 0o755, 0o644])
    expect(readdirSync(dirname(out))).toEqual(['dist'])
  })

  test('an earlier build is replaced whole', async () => {
    await publish(out, version('a'), origin, [])
    await publish(out, [{ path: 'only.html', contents: '' }], origin, [])
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'only.html'])
  })
})

test('when the second rename fails, the old folder is put back', async () => {
  await publish(out, version('a'), origin, [])
  const before = snapshot(out)
  await expect(swap(join(dirname(out), 'nothing-staged'), out)).rejects.toThrow('ENOENT')
  expect(snapshot(out)).toEqual(before)
  expect(readdirSync(dirname(out))).toEqual(['dist'])
})

test('a failure half-way leaves no staging folder', async () => {
  await expect(
    publish(
      out,
      [
        { path: 'a', contents: '' },
        { path: 'a/b', contents: '' },
      ],
      origin,
      [],
    ),
  ).rejects.toThrow()
  expect(existsSync(out)).toBe(false)
  expect(readdirSync(dirname(out))).toEqual([])
})

test.each(['../thesis.txt', 'a/../../thesis.txt', '/etc/thesis.txt', 'a//b', './a', '', 'a\\b', 'c:thesis', 'a\0b'])(
  'nothing is written to `%s`',
  async (path) => {
    await expect(publish(out, [{ path, contents: '' }], origin, [])).rejects.toThrow('expected a path inside')
    expect(readdirSync(dirname(out))).toEqual([])
  },
)
