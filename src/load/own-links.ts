import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** A file that the deck holds by a link is a file of the deck: it is named, and imports others, from where the link lies. `folder` has none in its path. */
export function ownLinks(folder: string): Plugin {
  return {
    name: 'own links',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path)
        return file.startsWith(folder) && isLink(file) ? { path: file } : undefined
      })
    },
  }
}

/** Also of a file in a folder that is one. */
function isLink(file: string): boolean {
  try {
    return realpathSync(file) !== file
  } catch {
    return false
  }
}
