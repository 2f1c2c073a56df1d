import type { FrameName } from '../../story/frames.ts'

/** A shape of the film: sheets as wide and high as the picture divided by `scale`, in CSS px, with the stage at a place on them. */
export interface FilmFormat {
  sheet: { width: number; height: number }
  /** Pixels of the film to one of the sheet. */
  scale: number
  /** The frame that the stage is compiled for. */
  frame: FrameName
  stage: { x: number; y: number; width: number; height: number }
  /** Style sheet of the words, relative to the machine's folder. */
  style: string
}

/** The shapes by name: 1920 × 1080 as the deck has it, and 1080 × 1920 with the charts of phones. */
export const filmFormats = {
  landscape: {
    sheet: { width: 1280, height: 720 },
    scale: 1.5,
    frame: 'wide',
    stage: { x: 0, y: 0, width: 1280, height: 720 },
    style: 'src/outputs/video/film.css',
  },
  portrait: {
    sheet: { width: 432, height: 768 },
    scale: 2.5,
    frame: 'narrow',
    stage: { x: 12, y: 240, width: 408, height: 460 },
    style: 'src/outputs/video/portrait.css',
  },
} as const satisfies Record<string, FilmFormat>

/** The name of a shape, as `--video` takes it. */
export type FilmShape = keyof typeof filmFormats
