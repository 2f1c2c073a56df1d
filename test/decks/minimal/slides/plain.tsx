import type { LayoutProps } from 'countdown-story'

export function Plain({ headline, body }: LayoutProps) {
  return (
    <>
      <h2>{headline}</h2>
      <div>{body}</div>
    </>
  )
}
