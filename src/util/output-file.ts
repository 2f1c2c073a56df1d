/** A finished file, its path relative to the output folder. */
export interface OutputFile {
  path: string
  contents: string | Uint8Array
}
