/** What would let a colour change slowly. */
const AT_ONCE = '*,::before,::after{transition:none!important;animation:none!important}'

/** Does something while the page is light or dark, as a reader's choice of it would have it. */
export function inTheme(theme: 'light' | 'dark', work: () => void): void {
  const { dataset } = document.documentElement
  const style = new CSSStyleSheet()
  style.replaceSync(AT_ONCE)
  document.adoptedStyleSheets.push(style)
  dataset.theme = theme
  work()
}
