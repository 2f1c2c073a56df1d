import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { publish } from '../../src/publish/publish.ts'
import { UsageError } from '../../src/util/diagnostic.ts'
import { freshFolder, origin } from './fresh-folder.ts'
import { version } from './publish-forever.ts'

let out = ''
beforeEach(() => {
  out = freshFolder()
})

describe('a folder that is not ours is refused and stays as it was', () => {
  const refused = async (folder: string, why: RegExp, sources: string[] = []) => {
    const error = await publish(folder, version('a'), origin, sources).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UsageError)
    expect(String(error)).toMatch(why)
  }

  test('one with foreign files', async () => {
    mkdirSync(join(out, 'deep'), { recursive: true })
    writeFileSync(join(out, 'deep', 'thesis.txt'), 'years of work')
    await refused(out, /holds a file that no build wrote, such as deep\/thesis\.txt/)
    expect(readFileSync(join(out, 'deep', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('one with several, but not with what systems leave', async () => {
    await publish(out, version('a'), origin, [])
    mkdirSync(join(out, 'part-1', 'empty'))
    for (const name of ['.DS_Store', 'part-0/Thumbs.db']) writeFileSync(join(out, name), '')
    await publish(out, version('a'), origin, [])
    for (const name of ['one', 'two']) writeFileSync(join(out, name), '')
    await refused(out, /holds 2 files that no build wrote, such as one/)
  })

  test('one of ours with a foreign file added', async () => {
    await publish(out, version('a'), origin, [])
    writeFileSync(join(out, 'notes.txt'), 'mine')
    await refused(out, /notes\.txt/)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('version a')
  })

  test('one whose manifest is not ours', async () => {
    mkdirSync(out)
    writeFileSync(join(out, 'manifest.json'), '{"generator":"other","outputs":[]}')
    await refused(out, /manifest\.json/)
  })

  test('the source folder, a folder around it, the root and home', async () => {
    mkdirSync(out)
    await refused(out, /is or holds/, [out])
    await refused(dirname(out), /is or holds/, [out])
    await refused('/', /is or holds/)
    await refused(process.env.HOME ?? '/root', /is or holds/)
    expect(existsSync(out)).toBe(true)
  })

  test('a file and a link', async () => {
    writeFileSync(out, 'a file')
    await refused(out, /is not a folder/)
    const link = join(dirname(out), 'link')
    mkdirSync(join(dirname(out), 'target'))
    symlinkSync('target', link)
    await refused(link, /is a symbolic link/)
    expect(readFileSync(out, 'utf8')).toBe('a file')
  })
})
