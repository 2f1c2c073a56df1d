import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundledBrowser, bundledFonts } from '../../src/browser/bundled.ts'
import type { BrowserFonts } from '../../src/browser/font-config.ts'
import { launch } from '../../src/browser/launch.ts'
import { onPage } from '../../src/browser/page.ts'
import { reasonForNoSandbox } from '../../src/browser/sandbox.ts'

const work = mkdtempSync(join(tmpdir(), 'countdown-fonts-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** A copy of the bundled font that goes by another name of the same length. */
const OTHER = 'Odin Sans'
const other = join(work, 'a & b', 'other.ttf')

/** Families in which a browser with these fonts draws a text that asks for both. */
async function familiesWith(fonts: BrowserFonts): Promise<string[]> {
  const { path, env } = await bundledBrowser()
  const running = await launch({ path, env, fonts, noSandbox: reasonForNoSandbox() !== undefined })
  try {
    return await onPage(
      running,
      async (page) => {
        await page.setContent(['Open Sans', OTHER].map((face) => `<p style="font-family: '${face}'">text</p>`).join(''))
        const session = await page.createCDPSession()
        await Promise.all([session.send('DOM.enable'), session.send('CSS.enable')])
        const { root } = await session.send('DOM.getDocument')
        const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p' })
        const used = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })))
        return [...new Set(used.flatMap((each) => each.fonts.map(({ familyName }) => familyName)))].sort()
      },
      60_000,
    )
  } finally {
    running.kill()
  }
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('a browser sees', () => {
  let bundled = ''
  beforeAll(async () => {
    bundled = await bundledFonts()
    const [first = ''] = readdirSync(bundled, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('-Regular.ttf'),
    )
    mkdirSync(join(work, 'a & b'))
    cpSync(join(bundled, first), other)
    const wide = (name: string) => Buffer.from(name, 'utf16le').swap16().toString('latin1')
    const font = readFileSync(other, 'latin1').replaceAll(wide('Open Sans'), wide(OTHER)).replaceAll('Open Sans', OTHER)
    writeFileSync(other, font, 'latin1')
    // The machine has this font alone.
    const machine = `<?xml version="1.0"?><fontconfig><dir>${join(work, 'a &amp; b')}</dir></fontconfig>`
    writeFileSync(join(work, '<machine>.conf'), machine)
    vi.stubEnv('FONTCONFIG_FILE', join(work, '<machine>.conf'))
  })
  afterAll(() => vi.unstubAllEnvs())

  test.for([
    ['the fonts that it is given and none of the machine', () => ({ places: [bundled] }), ['Open Sans']],
    ['fonts that are given as files', () => ({ places: [bundled, other] }), [OTHER, 'Open Sans']],
    ['the fonts of the machine, too, when that is asked for', () => ({ places: [bundled], system: true }), [OTHER, 'Open Sans']],
  ] as const)('%s', async ([, fonts, families]) => {
    expect(await familiesWith(fonts())).toEqual(families)
    // What it has learnt of them stays in its own folder.
    expect(existsSync('cache')).toBe(false)
  })
})
