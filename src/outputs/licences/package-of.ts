const PARENT = '/node_modules/'

/**
 * The folder of the package that a file belongs to. What lies in none is of the machine itself, whose folder is `root`.
 *
 * @param file absolute, with the separators of its system
 */
export function packageFolder(file: string, root: string): string {
  return packageOf(file) ?? slashed(root)
}

/** The same; undefined for what lies in no package. */
export function packageOf(file: string): string | undefined {
  const path = slashed(file)
  const at = path.lastIndexOf(PARENT)
  if (at < 0) return undefined
  const [scope = '', name = ''] = path.slice(at + PARENT.length).split('/')
  return path.slice(0, at + PARENT.length) + (scope.startsWith('@') ? `${scope}/${name}` : scope)
}

/**
 * How a manifest names a package, on every machine alike: by its way from the folder that holds all packages, or `.`. One that is
 * installed elsewhere, for a deck alone, is named as if it were there.
 */
export function packageName(folder: string, root: string): string {
  const base = baseOf(root)
  if (folder === base) return '.'
  return folder.startsWith(`${base}/`) ? folder.slice(base.length + 1) : folder.slice(folder.indexOf(PARENT) + 1)
}

/** The folder of a package that a manifest names. */
export function namedFolder(name: string, root: string): string {
  return name === '.' ? baseOf(root) : `${baseOf(root)}/${name}`
}

/** The machine's own folder, or the one around all packages when the machine is one of them. */
function baseOf(root: string): string {
  const path = slashed(root)
  const at = path.indexOf(PARENT)
  return at < 0 ? path : path.slice(0, at)
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
