import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the machine: its sources, its package.json, its packages. */
export const MACHINE = realpathSync(join(import.meta.dirname, '..', '..'))

/** The folder of its sources, or of what they were compiled to. */
export const SOURCES = realpathSync(join(import.meta.dirname, '..'))

/** In its package the machine runs compiled; Node reads no TypeScript below `node_modules`. */
export const isPackaged = import.meta.filename.endsWith('.js')

/** The folders that the machine's own packages are in: within it, or around it where npm or pnpm has installed it. */
export const PACKAGES = isPackaged ? [join(MACHINE, '..'), join(SOURCES, 'node_modules')] : [join(MACHINE, 'node_modules')]

/** The folder whose packages of fonts every deck may use, among others of which the package brings some files. */
export const OWN_FONTS = isPackaged ? SOURCES : MACHINE

/** Where editors find the types of a source, relative to the machine's folder. */
export function typesPath(path: string): string {
  return isPackaged ? path.replace(/^src\//, 'lib/').replace(/(?<!\.d)\.tsx?$/, '.d.ts') : path
}

/** Where a source of the machine stands, by its path in the repository: `src/client/deck/deck.css`. In the package the same lies compiled in `lib`. */
export function machineFile(path: string, root = MACHINE): string {
  return join(root, isPackaged ? path.replace(/^src\//, 'lib/').replace(/\.tsx?$/, '.js') : path)
}

/** Name and version, as outputs say them. */
export function nameAndVersion(): string {
  const { name, version } = JSON.parse(readFileSync(join(MACHINE, 'package.json'), 'utf8')) as { name: string; version: string }
  return `${name} ${version}`
}

/** What an author types to run the generator with these arguments, flags and names of folders: in its own folder, or where its package is installed. */
export function typedCommand(args = ''): string {
  if (isPackaged) return `npx countdown-story ${args}`.trim()
  return args === '' ? 'npm run build' : `npm run build -- ${args}`
}

/** How a deck is begun. */
export const BEGIN = typedCommand('init <folder> --data <file>')
