import { fileOf } from '../story/file-of.ts'
import type { Slide } from '../story/story.ts'
import type { Location } from '../util/diagnostic.ts'
import { type Address, decoded } from './note-address.ts'
import type { SlideSource } from './source.ts'

/**
 * Where a slide names an address that its pages have, for a picture with these words if it is there more than once; the location of
 * its expression, else its file, where it is not written so.
 */
export function locationInSlide(
  slide: Pick<Slide, 'id' | 'file'>,
  sources: ReadonlyMap<string, SlideSource>,
  address: string,
  words?: string,
): Location {
  const addresses = sources.get(slide.file ?? '')?.addresses ?? []
  return locationAmong(addresses, decoded(address), words) ?? { file: fileOf(slide) }
}

function locationAmong(addresses: readonly Address[], wanted: string, words: string | undefined): Location | undefined {
  const found = addresses.filter(({ address }) => address !== undefined && decoded(address) === wanted)
  const best = found.find((noted) => noted.words === words) ?? found[0]
  return (best ?? addresses.find(({ address }) => address === undefined))?.location
}
