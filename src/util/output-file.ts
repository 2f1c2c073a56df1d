/** A finished file, its path relative to the output folder. */
export interface OutputFile {
  path: string
  contents: string | Uint8Array
  /** Names of the outputs that it belongs to, noted when those of all outputs are put together; several pages share their fonts. */
  madeBy?: readonly string[]
  /** Packages whose code, fonts or outlines are in it, as `packageName` names them. */
  packages?: readonly string[]
}
