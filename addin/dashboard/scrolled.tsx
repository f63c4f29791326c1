/** A table wider than the page scrolls by itself, by the keyboard too. */
import type { ReactNode } from 'react'

export function Scrolled({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="scrolled" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
