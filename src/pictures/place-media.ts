import type { Element } from 'hast'
import type { Medium, Picture } from '../story/picture.ts'
import { WORDS } from './find-picture.ts'

/** What places an element of video or sound asks: for files, of which undefined have been told to be missing, and to tell faults. */
export interface MediaTools {
  medium(address: string, element: keyof typeof WORDS): Medium | undefined
  picture(address: string, of: string): Picture | undefined
  /** Of an address as the slide has it. */
  blame(address: string, message: string): void
}

/** Writes the paths of its files into a `<video>` or `<audio>` of a slide. */
export function placeMedium(element: Element, { medium, picture, blame }: MediaTools): Element {
  const { src, poster, dataCaptions, dataSilent, ...rest } = element.properties
  const kind = element.tagName === 'video' ? 'video' : 'audio'
  const address = String(src ?? '')
  const path = medium(address, kind)?.path ?? ''
  if (String(rest.ariaLabel ?? '').trim() === '')
    blame(
      address,
      `found a ${WORDS[kind]} without words, expected \`alt\`: what it shows and says; those who cannot see or hear it read them`,
    )
  if (kind === 'audio') return { ...element, properties: { ...rest, src: path }, children: [] }
  const still = picture(String(poster ?? ''), 'poster: ')
  if (dataCaptions === undefined && dataSilent === undefined)
    blame(
      address,
      'found a video without captions, expected `captions="….vtt"`, or `silent` where nothing is said; those who cannot hear it read them',
    )
  const track = dataCaptions === undefined ? [] : [trackElement(medium(String(dataCaptions), 'track')?.path ?? '')]
  const size = still && { poster: still.path, width: still.width, height: still.height }
  return { ...element, properties: { ...rest, ...size, src: path }, children: track }
}

function trackElement(src: string): Element {
  return { type: 'element', tagName: 'track', properties: { kind: 'captions', src, default: true }, children: [] }
}
