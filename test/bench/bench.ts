/** `npm run bench [-- part …]`: how long builds take, how heavy the outputs are, how smoothly they move, how far it scales. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../../src/util/diagnostic.ts'
import { suggest } from '../../src/util/nearest.ts'
import type { Part, Tools } from './part.ts'
import { build } from './parts/build.ts'
import { charts } from './parts/charts.ts'
import { moves } from './parts/moves.ts'
import { reading } from './parts/reading.ts'
import { scaling } from './parts/scaling.ts'
import { sizes } from './parts/sizes.ts'
import { watch } from './parts/watch.ts'
import { renderTable } from './render-table.ts'
import { BuildFailed, runBuild } from './run-build.ts'

const PARTS: readonly Part[] = [build, sizes, charts, moves, reading, scaling, watch]

function chosen(names: readonly string[]): readonly Part[] {
  const known = PARTS.map(({ name }) => name)
  for (const name of names) {
    if (!known.includes(name)) throw new UsageError(`unknown part \`${name}\`; ${suggest(name, known)}`)
  }
  return names.length > 0 ? PARTS.filter(({ name }) => names.includes(name)) : PARTS
}

function createTools(root: string, scratch: string): Tools {
  const out = join(scratch, 'dist')
  let built: Promise<string> | undefined
  return {
    root,
    scratch,
    dist() {
      built ??= runBuild([process.execPath, 'build.ts', '--verbose', '--out', out], root).then(() => out)
      return built
    },
  }
}

/** Other programs make all figures worse: the load says how much to trust them. */
function machine(): string {
  return `Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`
}

/** A build that fails costs the rest of its part alone. */
async function runPart(part: Part, tools: Tools): Promise<void> {
  try {
    for await (const table of part.run(tools)) console.log(`${renderTable(table)}\n  ${machine()}\n`)
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error
    console.error(`${part.name}: ${error.message}\n`)
    process.exitCode = 1
  }
}

async function bench(names: readonly string[]): Promise<void> {
  const parts = chosen(names)
  const scratch = mkdtempSync(join(tmpdir(), 'countdown-bench-'))
  const tools = createTools(join(import.meta.dirname, '../..'), scratch)
  try {
    for (const part of parts) await runPart(part, tools)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

try {
  await bench(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
