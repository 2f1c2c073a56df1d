import Reveal from 'reveal.js'
import { find } from '../ui/dom.ts'

/** Starts reveal.js on the page, at the slide of the address, with all that this deck does itself switched off. */
export async function startReveal(): Promise<InstanceType<typeof Reveal>> {
  const reveal = new Reveal({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 10,
    center: false,
    transition: 'none',
    backgroundTransition: 'none',
    controls: false,
    progress: false,
    slideNumber: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    autoAnimate: false,
    postMessage: false,
    postMessageEvents: false,
    scrollActivationWidth: 0,
    keyboard: false,
    respondToHashChanges: false,
    rtl: document.dir === 'rtl',
  })
  await reveal.initialize()
  makeReadable(find('.reveal'))
  return reveal
}

/**
 * `role="application"` takes the reading keys from screen readers (hakimel/reveal.js#3772), and the status region of
 * reveal.js speaks the whole slide; the deck has its own, which speaks the headline.
 */
function makeReadable(element: HTMLElement): void {
  element.removeAttribute('role')
  element.querySelector('.aria-status')?.remove()
}
