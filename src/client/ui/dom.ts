/** The element that the build has put on the page. Throws when it is not there, which is a bug of the build. */
export function find<E extends Element>(selector: string, root: ParentNode = document): E {
  const element = root.querySelector<E>(selector)
  if (!element) throw new Error(`the page has no ${selector}`)
  return element
}

/** Shows whether the buttons of an action are pressed. */
export function setPressed(action: string, pressed: boolean): void {
  document.querySelector(`button[data-action=${action}]`)?.setAttribute('aria-pressed', String(pressed))
}

/** Runs what the buttons below an element ask for; `asked` hears of each first. */
export function bindActions(
  root: Document | Element,
  actions: Readonly<Record<string, (() => void) | undefined>>,
  asked = () => {},
): void {
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-action]') : null
    if (!button) return
    asked()
    actions[button.dataset.action ?? '']?.()
  })
}

/** Makes an element with a class and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...content)
  return element
}
