import { isPackaged } from './machine.ts'

/** What an author types to run the generator with these arguments, flags and names of folders: in its own folder, or where its package is installed. */
export function typedCommand(args = ''): string {
  if (isPackaged) return `npx countdown-story ${args}`.trim()
  return args === '' ? 'npm run build' : `npm run build -- ${args}`
}

/** How a deck is begun. */
export const BEGIN = typedCommand('init <folder> --data <file>')
