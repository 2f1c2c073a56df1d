import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The fonts that a browser may use beside those that a page brings itself. */
export interface BrowserFonts {
  /** Font files, and folders of them, by absolute path. Without any Chromium draws no text at all, not even in a page's own fonts. */
  places: readonly string[]
  /** The machine's fonts too, which come first. What is drawn then differs from machine to machine. */
  system?: boolean
}

/**
 * Writes a configuration for fontconfig, by which browsers on Linux find fonts, into a folder of the browser's own: no more than
 * the given fonts exist, and nothing is kept outside the folder. Returns what the browser's environment needs for it.
 */
export function writeFontConfig(folder: string, { places, system = false }: BrowserFonts): Record<string, string | undefined> {
  const fonts = join(folder, 'fonts')
  mkdirSync(fonts, { mode: 0o700 })
  // Links, since a configuration can name folders only.
  for (const [index, place] of places.entries()) symlinkSync(place, join(fonts, `${index}-${basename(place)}`))
  const file = join(folder, 'fonts.conf')
  writeFileSync(file, configuration(join(folder, 'cache'), system ? machineConfig() : undefined), { mode: 0o600 })
  // The machine may have some of its own, and have moved the root of all paths.
  return { FONTCONFIG_FILE: file, FONTCONFIG_PATH: folder, FONTCONFIG_SYSROOT: undefined }
}

/** Where the machine says which fonts it has. */
const machineConfig = () => process.env.FONTCONFIG_FILE || '/etc/fonts/fonts.conf'

const configuration = (cache: string, included?: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${included === undefined ? '' : `  <include ignore_missing="yes">${escaped(included)}</include>\n`}  <dir prefix="relative">fonts</dir>
  <cachedir>${escaped(cache)}</cachedir>
</fontconfig>
`

const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
