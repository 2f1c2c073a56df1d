import { symlinkSync } from 'node:fs'
import { bundledBrowser, bundledFonts } from '../../src/browser/bundled.ts'
import { launch } from '../../src/browser/launch.ts'
import { createPrinter } from '../../src/browser/printer.ts'
import { reasonForNoSandbox } from '../../src/browser/sandbox.ts'

// Run as a process of its own: says which process group its browser is, and prints until it is killed.
// First argument: a path for the browser, whose name decides whether it gets a profile. Second: how to end.
const [, , named = '', end] = process.argv
const { path, env } = await bundledBrowser()
symlinkSync(path, named)
const running = await launch({
  path: named,
  env,
  fonts: { places: [await bundledFonts()] },
  noSandbox: reasonForNoSandbox() !== undefined,
})
const printer = createPrinter({ open: async () => running })
process.stdout.write(`${running.pid}\n`)
if (end === 'throw') throw new Error('as asked')
if (end === 'exit') process.exit(4)
for (;;) await printer.pdf('<h1>again</h1>'.repeat(500))
