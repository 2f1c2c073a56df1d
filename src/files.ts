import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from './problem.ts'

/** The MDX files of a deck, relative to its folder, sorted. Throws InputError when the folder holds no deck. */
export function readDeckFolder(folder: string): string[] {
  if (!existsSync(join(folder, 'slides', 'deck.ts'))) {
    throw new InputError([
      {
        place: { file: folder },
        message: 'found no slides/deck.ts, expected a deck folder; `node build.ts init <folder> --data <file>` makes one',
      },
    ])
  }
  return readdirSync(join(folder, 'slides'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => `slides/${file.replaceAll('\\', '/')}`)
    .sort()
}

/** Reads a text file. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8')
}
