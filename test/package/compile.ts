import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { writeSchemas } from './schemas.ts'
import { vendor, vendorParts } from './vendor.ts'

/* Compiles the machine for its package: JavaScript and types in lib/, with the style sheets beside them, and schemas. */

const ROOT = join(import.meta.dirname, '..', '..')
const [SOURCES, COMPILED] = [join(ROOT, 'src'), join(ROOT, 'lib')]
/** What the compiler leaves where it is, and the machine needs. */
const COPIED = /\.(?:css|mjs|d\.ts)$/

rmSync(COMPILED, { recursive: true, force: true })
// Their types have been checked, by `npm test`.
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
execFileSync(process.execPath, [compiler, '-p', join(import.meta.dirname, 'tsconfig.json')], { stdio: 'inherit' })
for (const file of filesIn(SOURCES).filter((name) => COPIED.test(name))) {
  mkdirSync(dirname(join(COMPILED, file)), { recursive: true })
  cpSync(join(SOURCES, file), join(COMPILED, file))
}
await vendor(ROOT, COMPILED)
vendorParts(ROOT, COMPILED)
dropPrivateTypes()
writeSchemas(ROOT, join(COMPILED, 'schemas'))
chmodSync(join(COMPILED, 'cli/bin.js'), 0o755)

/** Types are for decks: only those stay that one of them can reach. */
function dropPrivateTypes(): void {
  const reached = new Set(
    ['index', 'kit/components/index', 'kit/charts/index', 'kit/jsx-runtime', 'kit/ambient', 'kit/components/mdx'].map(
      (name) => `${name}.d.ts`,
    ),
  )
  // A set goes on through what is added to it.
  for (const file of reached) {
    const imported = readFileSync(join(COMPILED, file), 'utf8').matchAll(/(?:from |import\(|import )['"](\.[^'"]+)['"]/g)
    for (const [, module = ''] of imported) reached.add(join(dirname(file), module.replace(/\.[jt]sx?$/, '.d.ts')))
  }
  for (const file of filesIn(COMPILED)) if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(join(COMPILED, file))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
