/** What live editing tells a page when new texts have taken the place of old ones in it. */
export const RENEWED = 'countdown-renewed'

/** Calls `renew` whenever the page's own elements say something new. */
export function onRenewal(renew: () => void): void {
  document.addEventListener(RENEWED, renew)
}
