import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { parseFlags } from '../../src/cli/flags.ts'
import { applyDiff, readBlocks } from './read-blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** What a reader of the documentation has before them. */
const PARTS = [
  'slides',
  'data',
  'charts',
  'components',
  'src',
  'build.ts',
  'check-node.js',
  'package.json',
  'LICENSE',
  'test/decks/minimal',
]

/** Does all that a page of the documentation tells its reader to do, in a new copy of the project in `folder`. */
export async function tryPage(name: string, folder: string): Promise<void> {
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  for (const { language, file, run, code } of readBlocks(readFileSync(join(ROOT, 'docs', name), 'utf8'))) {
    for (const part of file === undefined ? partsOf(code) : [{ file, code }]) {
      const path = join(folder, part.file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, language === 'diff' ? applyDiff(readFileSync(path, 'utf8'), part.code) : part.code)
    }
    if (language === 'sh') for (const command of code.trim().split('\n')) await obey(command, folder, run)
  }
}

/** The parts of a block about several files, each after `@@` and the path of its file. */
function partsOf(code: string): { file: string; code: string }[] {
  return [...code.matchAll(/^@@ (\S+)\n((?:(?!@@ ).*\n)+)/gm)].map(([, file = '', part = '']) => ({ file, code: part }))
}

/** Runs a command of ours, or only makes sure that it is one. */
async function obey(command: string, folder: string, run: boolean): Promise<void> {
  const [program, ...args] = command.replace(/\s+#.*$/, '').split(/\s+/)
  expect([program, args[0]]).toEqual(['npm', 'run'])
  expect(Object.keys(about.scripts)).toContain(args[1])
  // The copy may know more than this project does.
  if (run) await promisify(execFile)('npm', args, { cwd: folder })
  else parseFlags(args.slice(args.indexOf('--') + 1 || args.length))
}
