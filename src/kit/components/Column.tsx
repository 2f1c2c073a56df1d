import type { ComponentChildren } from 'preact'

/** What stands in one of the columns. */
export function Column({ children }: { children: ComponentChildren }) {
  return <div class="column">{children}</div>
}
