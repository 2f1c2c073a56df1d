/** Width and height of a picture in px, as it is shown. */
export interface Size {
  width: number
  height: number
}

/** A picture of a slide. */
export interface Picture extends Size {
  /** Where pages find it, relative to the output folder; the name carries a hash of the content. */
  path: string
  contents: Uint8Array
  /** Media type, for example `image/png`. */
  type: string
}
