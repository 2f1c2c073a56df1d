/** Whether a path, with slashes, leads out of the folder that it belongs to, or means something else on another system. */
export function isStray(path: string): boolean {
  return /[\\\0:]/.test(path) || path.split('/').some((part) => part === '' || part === '.' || part === '..')
}
