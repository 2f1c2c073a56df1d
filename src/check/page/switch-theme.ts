/** What would let a colour change slowly. */
const AT_ONCE = '*,::before,::after{transition:none!important;animation:none!important}'

/** Does something while the page is in its dark theme, as a reader's choice of it would have it. */
export function inDarkTheme(work: () => void): void {
  const { dataset } = document.documentElement
  const style = new CSSStyleSheet()
  style.replaceSync(AT_ONCE)
  document.adoptedStyleSheets.push(style)
  dataset.theme = 'dark'
  work()
}
