import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/* Compiles the machine for its package: JavaScript and types in lib/, with the style sheets beside them. */

const ROOT = join(import.meta.dirname, '..', '..')
const [SOURCES, COMPILED] = [join(ROOT, 'src'), join(ROOT, 'lib')]
/** What the compiler leaves where it is, and the machine needs. */
const COPIED = /\.(?:css|mjs|d\.ts)$/

rmSync(COMPILED, { recursive: true, force: true })
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
execFileSync(process.execPath, [compiler, '-p', join(import.meta.dirname, 'tsconfig.json')], { stdio: 'inherit' })
for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => COPIED.test(name))) {
  mkdirSync(dirname(join(COMPILED, file)), { recursive: true })
  cpSync(join(SOURCES, file), join(COMPILED, file))
}
chmodSync(join(COMPILED, 'cli/bin.js'), 0o755)
