import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, posix, win32 } from 'node:path'

/** A browser that may be on this machine. */
export interface Candidate {
  /** The executable; the bundled one has none until it is extracted. */
  path?: string
  /** How the author knows it. */
  source: 'PUPPETEER_EXECUTABLE_PATH' | 'Puppeteer' | 'installed' | 'bundled'
}

/** Names on the PATH, on Linux; a snap's start script comes last, since it cannot see most folders. */
const ON_PATH = [
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser',
]

const IN_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const IN_PROGRAM_FILES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
]

/**
 * The browsers of this machine in order of preference: the one the author names (and then no other), the one inside the npm
 * package (Linux on x64 only), which is the same everywhere, Puppeteer's own download, an installed Chrome, Chromium or Edge.
 */
export function findBrowsers(machine: Machine): Candidate[] {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH
  if (named) return [{ path: named, source: 'PUPPETEER_EXECUTABLE_PATH' }]
  const downloads = downloaded(machine).map((path): Candidate => ({ path, source: 'Puppeteer' }))
  const installed = usualPlaces(machine).map((path): Candidate => ({ path, source: 'installed' }))
  const found = [...downloads, ...installed].filter(({ path }) => path !== undefined && machine.runs(path))
  const bundled: Candidate[] = machine.platform === 'linux' && machine.arch === 'x64' ? [{ source: 'bundled' }] : []
  return [...bundled, ...found]
}

/** Where Puppeteer puts what it downloads: `<cache>/<browser>/<platform>-<version>/<archive>/<executable>`. */
function downloaded({ env, home, list }: Machine): string[] {
  const cache = env.PUPPETEER_CACHE_DIR ?? join(home, '.cache', 'puppeteer')
  const executables = {
    'chrome-headless-shell': ['chrome-headless-shell', 'chrome-headless-shell.exe'],
    chrome: ['chrome', 'chrome.exe', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
  }
  return Object.entries(executables).flatMap(([browser, names]) =>
    list(join(cache, browser))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((build) => list(join(cache, browser, build)).map((archive) => join(cache, browser, build, archive)))
      .flatMap((folder) => names.map((name) => join(folder, name))),
  )
}

function usualPlaces({ platform, env, home }: Machine): string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    return IN_PROGRAM_FILES.flatMap((parts) => roots.map((root) => win32.join(root, ...parts)))
  }
  if (platform === 'darwin') {
    return IN_APPLICATIONS.flatMap((name) =>
      ['/Applications', posix.join(home, 'Applications')].map((root) => posix.join(root, `${name}.app/Contents/MacOS/${name}`)),
    )
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => posix.isAbsolute(folder))
  return ON_PATH.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

/** What finding a browser may look at; a parameter, so that tests can describe other machines. */
export interface Machine {
  platform: NodeJS.Platform
  arch: string
  env: Readonly<Record<string, string | undefined>>
  home: string
  /** Whether the path is a file that may be run. */
  runs(path: string): boolean
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): string[]
}

/** The machine this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, env: process.env, home: homedir(), runs, list }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
