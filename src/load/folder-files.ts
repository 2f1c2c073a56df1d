import { hash } from 'node:crypto'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { findPicture } from '../pictures/find-picture.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import { shown } from '../util/diagnostic.ts'
import { isWithin, kindOf, namesIn, readBytes, sizeOf, versionOf } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'

/** In bytes. Text of a table that no chart can show. */
const MOST_DATA = 50e6

/** The files of some folders, the first that has one, and which of them were asked for. */
export interface FolderFiles extends DataFiles {
  /** Paths of the files, there or not. */
  readonly asked: ReadonlySet<string>
  /** SHA-256, in hex, of what was found; nothing where nothing was asked for. */
  digest(): string
}

/**
 * The data and pictures that charts find in some folders: `data/cars.json` is also found as `cars.json` in a folder `data`. What lies
 * elsewhere is refused; `home` is the folder that messages tell to put a file into.
 */
export function createFolderFiles(folders: readonly string[], home = folders[0] ?? '.'): FolderFiles {
  const asked = new Set<string>()
  const texts = new Map<string, { text: string; version: string }>()
  const find = (address: string): string => {
    refuse(address, home)
    const paths = folders.flatMap((folder) => candidates(folder, address))
    for (const path of paths) asked.add(path)
    const found = paths.find((path) => kindOf(path) === 'file')
    if (found === undefined) throw new Error(missing(address, folders, home))
    const folder = folders.find((each) => kindOf(each) === 'folder' && isWithin(each, found))
    if (folder === undefined) throw new Error(`found \`${address}\` outside ${home}, expected a file in it; copy the file there`)
    return found
  }
  return {
    asked,
    text(address) {
      const path = find(address)
      const version = versionOf(path)
      const known = texts.get(path)
      if (known?.version === version) return known.text
      if (sizeOf(path) > MOST_DATA)
        throw new Error(
          `found more than ${MOST_DATA / 1e6} MB in \`${address}\`, expected less; keep the rows and columns that are drawn`,
        )
      const text = new TextDecoder().decode(readBytes(path))
      texts.set(path, { text, version })
      return text
    },
    digest: () => (asked.size === 0 ? '' : digestOf([...asked].sort())),
    stamp: () => [...asked].map((path) => `${path} ${versionOf(path)}`).join('\n'),
    picture(address) {
      if (/^data:image\//.test(address)) return { href: address, width: 0, height: 0 }
      const path = find(address)
      const folder = folders.find((each) => kindOf(each) === 'folder' && isWithin(each, path)) ?? home
      const found = findPicture(folder, '.', relative(folder, path))
      if ('fault' in found) throw new Error(found.fault)
      const { type, contents, width, height } = found.found
      return { href: `data:${type};base64,${Buffer.from(contents).toString('base64')}`, width, height }
    },
  }
}

function digestOf(paths: readonly string[]): string {
  return hash('sha256', paths.map((path) => hash('sha256', readBytes(path) ?? '')).join())
}

function refuse(address: string, home: string): void {
  const name = address.split(/[?#]/)[0]?.split('/').at(-1) || 'data.json'
  if (isRemote(address))
    throw new Error(
      `found data from ${shown(address)}, expected a file of ${home}: nothing is requested from elsewhere; save it there as \`${name}\` and write \`${name}\``,
    )
  if (isAbsolute(address)) throw new Error(`found the path ${shown(address)}, expected one from ${home}, such as \`${name}\``)
}

function candidates(folder: string, address: string): string[] {
  const path = resolve(folder, address)
  const inFolder = address.replace(/^(?:\.\/)?data\//, '')
  return inFolder === address ? [path] : [path, join(folder, inFolder)]
}

function missing(address: string, folders: readonly string[], home: string): string {
  const known = folders.flatMap(namesIn)
  const name = address.split('/').at(-1) ?? address
  return `found no file ${shown(address)}, expected it in ${home}; ${suggest(name, known)}`
}

/** Whether an address is that of a file elsewhere. */
function isRemote(address: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address)
}
