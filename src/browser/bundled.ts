import { readFileSync, rmSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { onExit } from '../util/on-exit.ts'
import { ownedName, sweep } from '../util/owned-name.ts'
import { privateFolder } from '../util/private-folder.ts'
import { extractFile, extractTar, isIntact, writeRecord } from './extract.ts'

/** The bundled browser is the headless shell, so it goes by the name that this has elsewhere. */
const EXECUTABLE = 'chrome-headless-shell'

/** An extracted browser and what it needs. */
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
  const home = await extracted(join(cache, `chromium-${versionOf(from)}`), async (folder) => {
    await extractFile(join(from, 'bin', 'chromium.br'), join(folder, EXECUTABLE))
    // The four that a bare Debian lacks.
    await extractTar(join(from, 'bin', 'al2023.tar.br'), folder, 'lib')
  })
  return { path: join(home, EXECUTABLE), env: { LD_LIBRARY_PATH: join(home, 'lib') } }
}

/** The folder of the font that comes in the same package, extracted likewise: what any browser on Linux draws with when a page's own fonts lack a letter. */
export async function bundledFonts(from = packageFolder(), cache = privateFolder()): Promise<string> {
  const archive = join(from, 'bin', 'fonts.tar.br')
  const home = await extracted(join(cache, `fonts-${versionOf(from)}`), (folder) => extractTar(archive, folder, 'fonts'))
  return join(home, 'fonts')
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}

/** Whether the npm package is there; an install may leave it out. */
export function isBundled(): boolean {
  try {
    return packageFolder() !== ''
  } catch {
    return false
  }
}

/** The folder of the npm package, wherever npm put it. */
function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
}

/** The folder `home` with what `extractInto` puts into a folder; it does so only when that is not there already, whole. */
async function extracted(home: string, extractInto: (folder: string) => Promise<void>): Promise<string> {
  sweep(dirname(home), `${basename(home)}.`)
  if (isIntact(home)) return home
  const temporary = `${home}.${ownedName()}`
  const remove = onExit(() => rmSync(temporary, { recursive: true, force: true }))
  try {
    await mkdir(temporary, { mode: 0o700 })
    await extractInto(temporary)
    await writeRecord(temporary)
    await install(temporary, home)
    return home
  } finally {
    remove()
  }
}

/** Renames the finished folder into place. When another start was faster, its work is used; what is broken or planted is replaced. */
async function install(temporary: string, home: string): Promise<void> {
  for (let attempt = 0; !isIntact(home); attempt++) {
    const aside = `${temporary}.aside`
    await rename(home, aside).catch(ignoreMissing)
    try {
      await rename(temporary, home)
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
