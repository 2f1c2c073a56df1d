import type { LayoutProps } from 'countdown-story'

export function Plain({ headline, body }: LayoutProps) {
  return (
    <>
      <h2 dangerouslySetInnerHTML={{ __html: headline }} />
      <div dangerouslySetInnerHTML={{ __html: body }} />
    </>
  )
}
