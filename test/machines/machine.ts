import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A kind of machine that the tests must pass on, made on this one. */
export interface Machine {
  name: string
  /** What is put before the command, as the shell reads words. */
  wrapper?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** So many neighbours that never rest. */
  neighbours?: number
  /** What is run on it; the tests unless given. */
  command?: readonly string[]
  /** Why it cannot be made here. */
  skip?: string | undefined
}

const BARE = join(import.meta.dirname, 'bare.sh')
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']

const works = (command: string, ...args: readonly string[]) => spawnSync(command, args).status === 0
const mayMount = works('unshare', '-m', 'true')
const isRoot = process.getuid?.() === 0
const hidesFonts = mayMount ? undefined : 'no mount namespace is allowed here'

/** All of them. `work` is an empty folder that they may write to. */
export function machines(work: string): readonly Machine[] {
  return [
    { name: 'a: no fonts, no browser', wrapper: [BARE, 'none'], skip: hidesFonts },
    {
      name: 'b: DejaVu alone',
      wrapper: [BARE, 'dejavu'],
      skip: hidesFonts ?? (existsSync('/usr/share/fonts/truetype/dejavu') ? undefined : 'DejaVu is not installed here'),
    },
    {
      name: 'c: with fonts and browsers installed',
      skip: isFurnished() ? undefined : 'neither an installed browser nor the Liberation or Noto fonts are here',
    },
    {
      name: 'd: an ordinary user',
      wrapper: isRoot ? NOBODY : [],
      env: isRoot ? { HOME: join(work, 'home'), XDG_CACHE_HOME: join(work, 'cache') } : {},
      skip: isRoot && !works('setpriv', ...NOBODY.slice(1), 'true') ? 'this root may not become another user' : undefined,
    },
    {
      name: 'e: Turkish, far away, closed to others',
      wrapper: ['bash', '-c', 'umask 077; exec "$@"', 'bash'],
      env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' },
    },
    { name: 'f: two busy neighbours', neighbours: 2 },
    {
      name: 'g: a source tree that cannot be written',
      wrapper: [
        'unshare',
        '-m',
        'bash',
        '-c',
        'mount --bind . . && mount -o remount,bind,ro . && cd "$PWD" && exec "$@"',
        'bash',
      ],
      command: ['npm', 'run', 'build', '--', '--out', join(work, 'dist')],
      skip: hidesFonts,
    },
  ]
}

function isFurnished(): boolean {
  const folders = (process.env.PATH ?? '').split(':').filter(existsSync)
  const hasBrowser = folders.some((folder) => readdirSync(folder).some((name) => /^(chromium|google-chrome|firefox)/.test(name)))
  return hasBrowser || ['liberation', 'noto'].some((name) => existsSync(`/usr/share/fonts/truetype/${name}`))
}
