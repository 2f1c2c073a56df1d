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
  /** How wide its bytes are, where they were made smaller than the author's file; in px. */
  shipped?: number
  /** The same, less wide, from the least on. */
  narrower?: readonly NarrowerPicture[]
  /** Media type, for example `image/png`. */
  type: string
}

/** The same picture, made smaller. */
export interface NarrowerPicture {
  path: string
  contents: Uint8Array
  /** In px. */
  width: number
}

/** A video, a sound or the captions of one. */
export interface Medium {
  /** Where pages find it, as of a picture. */
  path: string
  contents: Uint8Array
  /** Media type, for example `video/mp4`. */
  type: string
}
