import { describe, expect, test } from 'vitest'
import { findBrowsers, type Machine } from '../../src/browser/find.ts'

/** A machine with these files that run; folders are listed from them. */
function machine(files: string[], about: Partial<Machine> = {}): Machine {
  const separator = about.platform === 'win32' ? '\\' : '/'
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    home: '/home/ann',
    runs: (path) => files.includes(path),
    list: (folder) => {
      const inside = files.filter((file) => file.startsWith(folder + separator))
      return [...new Set(inside.map((file) => file.slice(folder.length + 1).split(separator)[0] ?? ''))]
    },
    ...about,
  }
}

const CACHE = '/home/ann/.cache/puppeteer'
const SHELL = `${CACHE}/chrome-headless-shell/linux-153.0.1/chrome-headless-shell-linux64/chrome-headless-shell`
const MAC_CHROME = 'Google Chrome.app/Contents/MacOS/Google Chrome'

const CASES: { name: string; machine: Machine; found: string[] }[] = [
  { name: 'a bare Linux has the bundled one', machine: machine([]), found: ['bundled'] },
  { name: 'a bare Linux on ARM has none', machine: machine([], { arch: 'arm64' }), found: [] },
  { name: 'a bare Mac has none', machine: machine([], { platform: 'darwin' }), found: [] },
  { name: 'a bare Windows has none', machine: machine([], { platform: 'win32' }), found: [] },
  {
    name: 'the one that the author names is the only one, even when it is missing',
    machine: machine(['/usr/bin/chromium'], { env: { PUPPETEER_EXECUTABLE_PATH: '/opt/mine', PATH: '/usr/bin' } }),
    found: ['/opt/mine'],
  },
  {
    name: "the bundled one comes first, and Puppeteer's own before installed ones",
    machine: machine(['/usr/bin/chromium', '/usr/bin/google-chrome', SHELL], { env: { PATH: '/usr/local/bin:/usr/bin' } }),
    found: ['bundled', SHELL, '/usr/bin/google-chrome', '/usr/bin/chromium'],
  },
  {
    name: 'the newest download first, by number and not by letter',
    machine: machine([SHELL.replace('153.0.1', '99.0.0'), SHELL]),
    found: ['bundled', SHELL, SHELL.replace('153.0.1', '99.0.0')],
  },
  {
    name: 'downloads in a folder of the author’s own',
    machine: machine(['/cache/chrome/linux-1/chrome-linux64/chrome'], { env: { PUPPETEER_CACHE_DIR: '/cache' } }),
    found: ['bundled', '/cache/chrome/linux-1/chrome-linux64/chrome'],
  },
  {
    name: 'folders of the PATH that depend on where the build runs are passed over',
    machine: machine(['chromium', './chromium', '/usr/bin/chromium'], { env: { PATH: '.::/usr/bin' } }),
    found: ['bundled', '/usr/bin/chromium'],
  },
  {
    name: 'macOS, for all users and for one',
    machine: machine([`/home/ann/Applications/${MAC_CHROME}`, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'], {
      platform: 'darwin',
    }),
    found: [`/home/ann/Applications/${MAC_CHROME}`, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  },
  {
    name: 'Windows, Chrome before Edge',
    machine: machine(
      [
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\Users\\ann\\Local\\Google\\Chrome\\Application\\chrome.exe',
      ],
      { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', LOCALAPPDATA: 'C:\\Users\\ann\\Local' } },
    ),
    found: [
      'C:\\Users\\ann\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
]

describe('the browsers of a machine, in order', () => {
  test.for(CASES)('$name', ({ machine, found }) => {
    expect(findBrowsers(machine).map(({ path, source }) => path ?? source)).toEqual(found)
  })
})
