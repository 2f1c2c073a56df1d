import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { onExit } from '../util/on-exit.ts'
import { privateFolder } from '../util/private-folder.ts'
import { isAlive } from '../util/process-alive.ts'
import { type ExtractedFile, extractFile, extractTar, fsyncFolder, writeExtracted } from './extract.ts'
import { EXECUTABLE, isIntact, writeRecord } from './intact.ts'

/** An extracted browser and the environment it needs. */
export interface BundledBrowser {
  path: string
  env: Record<string, string>
}

/**
 * The browser inside the npm package `@sparticuz/chromium`, extracted once per version into the private folder.
 * The package's own extraction trusts whatever lies in the temporary folder. This one extracts under a name of its own,
 * checks, and renames, so that neither a planted file nor a second start nor a kill in the middle does harm.
 * @param from folder of the npm package
 * @param cache a folder that only this user can write
 */
export async function bundledBrowser(from = packageFolder(), cache = privateFolder()): Promise<BundledBrowser> {
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { version: string }
  const home = join(cache, `chromium-${version}`)
  if (!isIntact(home)) await extract(home, join(from, 'bin'))
  return {
    path: join(home, EXECUTABLE),
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  }
}

/** The folder of the npm package, wherever npm put it. */
function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
}

async function extract(home: string, bin: string): Promise<void> {
  sweep(home)
  const temporary = `${home}.${process.pid}-${randomBytes(4).toString('hex')}`
  const remove = onExit(() => rmSync(temporary, { recursive: true, force: true }))
  try {
    await mkdir(temporary, { mode: 0o700 })
    const files = await extractAll(temporary, bin)
    await writeRecord(temporary, files)
    await fsyncFolder(temporary)
    await install(temporary, home)
  } finally {
    remove()
  }
}

/** The browser, the four libraries that a bare Debian lacks, and a font, without which Chromium draws no text at all, not even in embedded fonts. */
async function extractAll(folder: string, bin: string): Promise<ExtractedFile[]> {
  return [
    await extractFile(join(bin, 'chromium.br'), folder, EXECUTABLE, 0o700),
    ...(await extractTar(join(bin, 'al2023.tar.br'), folder, (path) => path.startsWith('lib/'))),
    ...(await extractTar(join(bin, 'fonts.tar.br'), folder, (path) => path.startsWith('fonts/'))),
    await writeExtracted(folder, { path: 'fonts.conf', mode: 0o600, contents: Buffer.from(FONT_CONFIGURATION) }),
  ]
}

/** The machine's own fonts first; the bundled one, in the folder beside this file, where there are none. */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`

/** Renames the finished folder into place. When another start was faster, its work is used; what is broken or planted is replaced. */
async function install(temporary: string, home: string): Promise<void> {
  for (let attempt = 0; !isIntact(home); attempt++) {
    const aside = `${temporary}.aside`
    await rename(home, aside).catch(ignoreMissing)
    try {
      await rename(temporary, home)
      await fsyncFolder(dirname(home))
    } catch (error) {
      if (attempt === 5) throw error
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** Removes what killed extractions left behind. */
function sweep(home: string): void {
  const prefix = `${basename(home)}.`
  for (const name of readdirSync(dirname(home)).filter((name) => name.startsWith(prefix))) {
    const pid = /^(\d+)-[0-9a-f]{8}(\.aside)?$/.exec(name.slice(prefix.length))?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(home), name), { recursive: true, force: true })
  }
}
