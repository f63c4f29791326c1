/**
 * Focus is never lost: when the focused element goes away with the view it stood in, the nearest thing around it that is
 * still there takes over, so that Tab goes on from the same spot and a screen reader is not sent to the top.
 */

/** @returns stop */
export function keepFocus(root: HTMLElement): () => void {
  let path: readonly Element[] = []
  const remember = (event: FocusEvent) => {
    path = event.composedPath().filter(step => step instanceof Element)
  }
  const recover = () => {
    const [last] = path
    if (!last || last.isConnected || document.activeElement !== document.body) return
    // the person is in the sheet; taking the focus now would take the keys from the cell
    if (!document.hasFocus()) return
    const near = path.find(step => step.isConnected && root.contains(step))
    focusOn(
      near instanceof HTMLElement && near !== root ? near : (root.querySelector('main') ?? root),
    )
  }
  const observer = new MutationObserver(recover)
  root.addEventListener('focusin', remember)
  observer.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', remember)
    observer.disconnect()
  }
}

/** Also what is no control can hold the focus for a moment, without becoming a stop of Tab. */
export function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}
