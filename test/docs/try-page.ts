import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { parseFlags } from '../../src/cli/flags.ts'
import { applyDiff, readBlocks } from './read-blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** What a reader of the documentation has before them. */
const PARTS = [
  'slides',
  'data',
  'charts',
  'components',
  'build.ts',
  'check-node.js',
  'package.json',
  'LICENSE',
  'test/decks/minimal',
]

/** Makes a copy of the project in `folder`; of the machine only where a page changes it. */
export function copyProject(folder: string, machine: 'copied' | 'linked' = 'linked'): void {
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir')
  if (machine === 'linked') symlinkSync(join(ROOT, 'src'), join(folder, 'src'), 'dir')
  else cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true })
}

/** Does all that a page of the documentation tells its reader to do, in a copy of the project. */
export async function tryPage(name: string, folder: string): Promise<void> {
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

/** Runs a command of ours, of the package in a project or of a clone, or only makes sure that it is one. */
async function obey(command: string, folder: string, run: boolean): Promise<void> {
  const [, given = ''] = /^(?:npx countdown-story|npm run build --) ?([^#]*)/.exec(command) ?? expect.fail(`found \`${command}\``)
  const args = given.split(/\s+/).filter(Boolean)
  // The copy may know more than this project does.
  if (run) await promisify(execFile)(process.execPath, ['build.ts', ...args], { cwd: folder })
  else parseFlags(args)
}
