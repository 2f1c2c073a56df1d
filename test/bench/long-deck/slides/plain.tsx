import type { LayoutProps } from 'countdown-story'

/** Headline over body. */
export function Plain({ headline, body }: LayoutProps) {
  return (
    <>
      <h2>{headline}</h2>
      <div>{body}</div>
    </>
  )
}
