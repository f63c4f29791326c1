// How wide a text is in a font, measured once each. Never touches the page's layout.

const known = new Map<string, number>()
const limit = 20_000
let canvas: CanvasRenderingContext2D | null | undefined

export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`
  const measured = known.get(key)
  if (measured !== undefined) return measured
  canvas ??= document.createElement('canvas').getContext('2d')
  if (!canvas) return 0
  canvas.font = font
  const { width } = canvas.measureText(text)
  if (known.size >= limit) known.clear()
  known.set(key, width)
  return width
}
