/**
 * The page while it is printed. Charts are laid out in the pixels they are given, and a browser turns to paper too late for
 * them to notice: without this their letters would be as small as the window was wide. So what the sheet says of print holds
 * on the screen from the moment of printing, at the width of the paper, and every chart measures itself once more.
 */

type Listener = () => void
const measuring = new Set<Listener>()

/** Between the margins of A4 as print.css has them. */
const paperWidth = '186mm'

/** @returns that it need not be told any more */
export function onPaper(listener: Listener): () => void {
  measuring.add(listener)
  return () => measuring.delete(listener)
}

const printRules = (): CSSMediaRule[] =>
  [...document.styleSheets]
    .flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSMediaRule)

/** Once, when the page begins. */
export function printedAsLaidOut(): void {
  let turned: readonly CSSMediaRule[] = []
  addEventListener('beforeprint', () => {
    turned = printRules().filter(({ media }) => media.mediaText === 'print')
    for (const { media } of turned) media.mediaText = 'all'
    document.body.style.width = paperWidth
    for (const listener of measuring) listener()
  })
  addEventListener('afterprint', () => {
    for (const { media } of turned) media.mediaText = 'print'
    document.body.style.width = ''
    for (const listener of measuring) listener()
  })
}
