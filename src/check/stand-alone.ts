import { dataUrl } from '../outputs/picture-files.ts'
import { formatOf } from '../pictures/formats.ts'
import type { OutputFile } from '../util/output-file.ts'

/**
 * A page of the outputs as one text that needs no other file: its style sheets with their fonts inside, its pictures, without
 * scripts, without what only readers without script see, and without the policy that forbids all this.
 */
export function standAlone(page: string, files: readonly OutputFile[]): string {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return page
    .replace(/<noscript>.*?<\/noscript>/gs, '')
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<link rel="preload"[^>]*>/g, '')
    .replace(/<img\b[^>]*>/g, (image) => withPicture(image.replace(' loading="lazy"', ''), byPath))
    .replace(
      /<link rel="stylesheet" href="([^"]+)">/g,
      (_, path: string) => `<style>${withFonts(byPath.get(path), byPath)}</style>`,
    )
}

function withPicture(image: string, files: ReadonlyMap<string, OutputFile>): string {
  return image.replace(/ src="([^"]+)"/, (found, path: string) => {
    const picture = files.get(path)
    return picture ? ` src="${dataUrl(formatOf(path)?.type ?? '', Buffer.from(picture.contents))}"` : found
  })
}

function withFonts(style: OutputFile | undefined, files: ReadonlyMap<string, OutputFile>): string {
  if (!style) return ''
  const folder = style.path.slice(0, style.path.lastIndexOf('/') + 1)
  return String(style.contents).replace(/url\("?([^")]+\.(woff2?|ttf))"?\)/g, (found, name: string, type: string) => {
    const font = files.get(folder + name)
    return font ? `url(${dataUrl(`font/${type}`, Buffer.from(font.contents))})` : found
  })
}
