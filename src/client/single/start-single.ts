import { runScript } from '../ui/load-script.ts'
import { bytesOf } from './letters.ts'
import type { Packed, PackedPage } from './packed.ts'
import { leaves, pageAt, placeToRead } from './page-at.ts'
import { type Folded, unfold } from './unfold.ts'

/*
 * The start file of a story in one file. The page to read stands in it as it is, for readers without script too; deck and speaker
 * view are packed, and one of them takes its place where the address or the screen asks for it. From one page to another the file
 * is loaded anew, so that none has to clear up after itself.
 */

const root = document.documentElement
const page = pageAt(location.hash, matchMedia('(width < 600px) and (max-aspect-ratio: 3 / 4)').matches)
if (page !== 'read') root.dataset.opening = ''

addEventListener('hashchange', (event) => {
  if (!leaves(page, location.hash)) return
  event.stopImmediatePropagation()
  location.reload()
})

document.addEventListener('DOMContentLoaded', () => {
  // Where nothing can be unpacked, there is still the page to read.
  void open().finally(() => delete root.dataset.opening)
})

async function open(): Promise<void> {
  const packed = await unpack(document.querySelector('script[type="application/octet-stream"]')?.textContent ?? '')
  window.countdownFile = (path) => packed.files[path]
  if (page === 'read') read(packed.read)
  else turnInto(packed[page])
}

function read(script: string): void {
  const place = placeToRead(location.hash)
  if (place !== undefined) location.replace(`#${place}`)
  runScript(script)
}

function turnInto({ title, body, style, script }: PackedPage): void {
  for (const sheet of document.querySelectorAll('style:not(.fonts)')) sheet.remove()
  const sheet = document.createElement('style')
  sheet.textContent = style
  document.head.append(sheet)
  document.title = title
  document.body.innerHTML = body
  delete root.dataset.opening
  runScript(script)
}

async function unpack(letters: string): Promise<Packed> {
  const unpacked = new Blob([bytesOf(letters)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return JSON.parse(unfold(JSON.parse(await new Response(unpacked).text()) as Folded)) as Packed
}
