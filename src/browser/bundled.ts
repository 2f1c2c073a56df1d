import { createReadStream, createWriteStream, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { onExit } from '../util/on-exit.ts'
import { isLeftBehind, ownedName } from '../util/owned-name.ts'
import { isOurs, privateFolder } from '../util/private-folder.ts'

/** The bundled browser is the headless shell, so it goes by the name that this has elsewhere. */
const EXECUTABLE = 'chrome-headless-shell'

/** Lies beside the extracted files and lists them as they were when they were written. */
const RECORD = 'extracted.txt'

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
  const home = await extracted(join(cache, `browser-${versionOf(from)}`), async (folder) => {
    const browser = createWriteStream(join(folder, EXECUTABLE), { flags: 'wx', mode: 0o700, flush: true })
    await decompress(join(from, 'bin', 'chromium.br'), browser)
    // The four libraries that a bare Debian lacks.
    await decompress(join(from, 'bin', 'al2023.tar.br'), untarInto(folder, 'lib'))
  })
  return { path: join(home, EXECUTABLE), env: { LD_LIBRARY_PATH: join(home, 'lib') } }
}

/** The folder of the font that comes in the same package, extracted likewise: what any browser on Linux draws with when a page's own fonts lack a letter. */
export async function bundledFonts(from = packageFolder(), cache = privateFolder()): Promise<string> {
  const archive = join(from, 'bin', 'fonts.tar.br')
  const home = await extracted(join(cache, `browser-fonts-${versionOf(from)}`), (folder) =>
    decompress(archive, untarInto(folder, 'fonts')),
  )
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

/** In pieces of 256 KiB: the browser has 209 MB, which must never be in memory at once. */
async function decompress(archive: string, target: Writable): Promise<void> {
  const pieces = 1 << 18
  await pipeline(createReadStream(archive, { highWaterMark: pieces }), createBrotliDecompress({ chunkSize: pieces }), target)
}

/** Extracts one folder of a tar archive; only the owner of its files can read, write or run them. */
function untarInto(folder: string, part: string): Writable {
  const fromPackage = createRequire(join(packageFolder(), 'package.json'))
  const { extract } = fromPackage('tar-fs') as { extract(folder: string, options: object): Writable }
  const isOther = (path: string) => !path.startsWith(join(folder, part))
  return extract(folder, { ignore: isOther, umask: 0o077, chown: false, utimes: false })
}

/** The folder `home` with what `extractInto` puts into a folder; it does so only when that is not there already, whole. */
async function extracted(home: string, extractInto: (folder: string) => Promise<void>): Promise<string> {
  sweep(home)
  if (isIntact(home)) return home
  const temporary = `${home}.${ownedName()}`
  const remove = onExit(() => rmSync(temporary, { recursive: true, force: true }))
  try {
    await mkdir(temporary, { mode: 0o700 })
    await extractInto(temporary)
    await writeFile(join(temporary, RECORD), listing(temporary), { mode: 0o600 })
    await install(temporary, home)
    return home
  } finally {
    remove()
  }
}

/** Whether a folder holds exactly what was extracted into it, for nobody else to write: nothing missing, cut off, exchanged or added. */
function isIntact(folder: string): boolean {
  try {
    const { mode, uid } = lstatSync(folder)
    return (mode & 0o077) === 0 && isOurs(uid) && readFileSync(join(folder, RECORD), 'utf8') === listing(folder)
  } catch {
    return false
  }
}

/** Every file below a folder with its kind, permissions, size and time of change, which nobody but the kernel can set. */
function listing(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name !== RECORD)
  const lines = entries.sort().map((name) => {
    const found = lstatSync(join(folder, name))
    return `${name} ${found.mode} ${found.isDirectory() ? '' : `${found.size} ${found.ctimeMs}`}`
  })
  return `${lines.length}\n${lines.join('\n')}\n`
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

/** Removes what killed extractions left behind. */
function sweep(home: string): void {
  const prefix = `${basename(home)}.`
  for (const name of readdirSync(dirname(home)).filter((name) => name.startsWith(prefix))) {
    const path = join(dirname(home), name)
    if (isLeftBehind(name.slice(prefix.length).replace(/\.aside$/, ''), lastTouched(path)))
      rmSync(path, { recursive: true, force: true })
  }
}

/** Of a folder and what lies in it, whatever was written last: the browser alone takes a while. */
function lastTouched(folder: string): { mtimeMs: number } {
  try {
    const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
    return { mtimeMs: Math.max(...paths.map((path) => lstatSync(path).mtimeMs)) }
  } catch {
    // It is being removed, or put in place.
    return { mtimeMs: Date.now() }
  }
}
