import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OutputFile } from '../src/util/output-file.ts'

/** Writes what outputs have made into a folder; what several of them have is written once more. */
export function writeFiles(folder: string, files: readonly OutputFile[]): void {
  for (const { path, contents } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
}
