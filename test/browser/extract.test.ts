import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { untar } from '../../src/browser/extract.ts'

const folder = mkdtempSync(join(tmpdir(), 'countdown-tar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tar(...args: string[]): Buffer {
  return execFileSync('tar', ['-cf', '-', '-C', folder, ...args])
}

mkdirSync(join(folder, 'lib'))
writeFileSync(join(folder, 'lib', 'a.so'), 'x'.repeat(700))
// Whatever the umask.
chmodSync(join(folder, 'lib', 'a.so'), 0o755)
writeFileSync(join(folder, 'empty'), '', { mode: 0o600 })
symlinkSync('/etc/passwd', join(folder, 'lib', 'link'))

test('regular files with paths, modes and contents; folders and links are no files', () => {
  const files = untar(tar('--format=ustar', 'empty', 'lib'))
  expect(files.map(({ path, mode, contents }) => [path, mode, contents.length])).toEqual([
    ['empty', 0o600, 0],
    ['lib/a.so', 0o755, 700],
  ])
})

test('a path that leads out of the archive is refused', () => {
  expect(() => untar(tar('--format=ustar', '-P', '--transform=s,^empty,../empty,', 'empty'))).toThrow('the path ../empty')
  expect(() => untar(tar('--format=ustar', '-P', join(folder, 'empty')))).toThrow('the archive holds the path /')
})

test('an archive that is cut off is refused', () => {
  expect(() => untar(tar('--format=ustar', 'lib/a.so').subarray(0, 900))).toThrow('cut off')
})
