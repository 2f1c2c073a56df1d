import { encode } from 'uqr'
import { closeDialog, openDialog } from '../ui/dialog.ts'
import { find } from '../ui/dom.ts'

/**
 * The dialog with a QR code that leads to the reading page at a slide. `published` is the address of the story, as the build was told
 * it; without it, the deck's own where others can reach that. Returns the function that opens it at a slide.
 */
export function createQrCode(published: string, page: string): (id: string) => void {
  const dialog = find<HTMLDialogElement>('#qr')
  const base = published || (isReachable(location) ? location.href : '')
  dialog.addEventListener('keydown', ({ key }) => {
    if (key.toLowerCase() === 'q') closeDialog(dialog)
  })
  return (id) => {
    const address = base && page ? Object.assign(new URL(page, base), { search: '', hash: id }).href : ''
    find('.address', dialog).textContent = address || (dialog.dataset.none ?? '')
    const picture = find<HTMLElement>('.code', dialog)
    picture.hidden = address === ''
    if (address) picture.innerHTML = draw(encode(address, { border: 4 }).data)
    openDialog(dialog)
  }
}

/** Nobody else finds a page on a disk, or on the machine of whoever presents. */
function isReachable({ protocol, hostname }: Location): boolean {
  return protocol.startsWith('http') && !/^(?:localhost|.*\.localhost|127\..*|\[::1\])$/.test(hostname)
}

/** A square for each dark module; readers of codes want them dark on light in any theme. */
function draw(rows: readonly (readonly boolean[])[]): string {
  const squares = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const size = rows.length
  return `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${squares.join('')}"/></svg>`
}
