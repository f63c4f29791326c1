/**
 * While the pane speaks English, what is Vietnamese in it (forms, findings, names, sentences of the server) is marked
 * `lang="vi"` for screen readers. By its letters, wherever it is drawn: the English words have none of them, which
 * `test/addin/words.test.ts` holds, and no view has to remember.
 */
const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu

/** @returns stop, which takes the marks away again */
export function markOfficial(root: HTMLElement): () => void {
  const ours = new Set<Element>()
  const mark = (element: Element) => {
    const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
    const isOfficial = own.some(node => vietnamese.test(node.textContent ?? ''))
    if (isOfficial && !element.hasAttribute('lang')) {
      element.setAttribute('lang', 'vi')
      ours.add(element)
    } else if (!isOfficial && ours.delete(element)) element.removeAttribute('lang')
  }
  const markWithin = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement
    if (!element) return
    mark(element)
    if (node === element) for (const below of element.querySelectorAll('*')) mark(below)
  }
  const observer = new MutationObserver(changes => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'childList' ? [...addedNodes] : [target]) markWithin(node)
  })
  markWithin(root)
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => {
    observer.disconnect()
    for (const element of ours) element.removeAttribute('lang')
  }
}
