/** A long text in rows: Excel shows no row higher than 409 points, so it is broken before one would be. */

/** Between paragraphs where they fit, a very long paragraph between words. @param holds characters one row surely fits */
export function pieces(text: string, holds: number): string[] {
  // nearly every text of a list
  if (text.length <= holds && !text.includes('\n')) return text === '' ? [] : [text]
  const found: string[] = []
  let open = ''
  const close = () => {
    if (open !== '') found.push(open)
    open = ''
  }
  for (const paragraph of text.split('\n')) {
    if (open.length + paragraph.length + 1 > holds) close()
    let rest = paragraph
    while (rest.length > holds) {
      const space = rest.lastIndexOf(' ', holds)
      const end = space > 0 ? space : holds
      found.push(rest.slice(0, end))
      rest = rest.slice(end).trimStart()
    }
    open = open === '' ? rest : `${open}\n${rest}`
  }
  close()
  return found
}
