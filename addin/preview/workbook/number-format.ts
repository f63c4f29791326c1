// Shows a value as vi-VN Excel does: decimal comma, thousands dot, dates day first.
// Never changes the value; understands the format codes that forms use, not every code of Excel.
import type { Content } from './events.ts'

const decimalMark = ','
const groupMark = '.'

function localDigits(text: string): string {
  return text.replace('.', decimalMark)
}

// General shows at most 11 characters and turns to E notation beyond them
function general(value: number): string {
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude >= 1e11 || magnitude < 1e-9)) {
    const text = value.toExponential(5).replace(/\.?0+e/, 'e')
    return localDigits(text.replace(/e([+-])(\d)$/, 'e$10$2').replace('e', 'E'))
  }
  const wholeDigits = Math.trunc(magnitude).toString().length
  return localDigits(String(Number(value.toFixed(Math.max(0, 10 - wholeDigits)))))
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, groupMark)
}

// one `0`/`#` run of a section, with its thousands and decimals
function digitsBy(pattern: string, value: number): string {
  const [wholePattern = '', decimalPattern = ''] = pattern.split('.')
  const most = decimalPattern.length
  const least = decimalPattern.replace(/[^0]/g, '').length
  const [whole = '0', decimals = ''] = value.toFixed(most).split('.')
  let shownDecimals = decimals
  while (shownDecimals.length > least && shownDecimals.endsWith('0')) {
    shownDecimals = shownDecimals.slice(0, -1)
  }
  const leastWhole = wholePattern.replace(/[^0]/g, '').length
  const padded = leastWhole === 0 && whole === '0' ? '' : whole.padStart(leastWhole, '0')
  const shownWhole = wholePattern.includes(',') ? grouped(padded) : padded
  return shownDecimals === '' ? shownWhole : `${shownWhole}${decimalMark}${shownDecimals}`
}

const datePart = /yyyy|yy|mmmm|mmm|mm|m|dd|d|hh|h|ss|s/gi

/** Excel's day number to a date; day 60 is the 29 February 1900 that never was. */
function dateOf(serial: number): Date {
  const days = serial < 60 ? serial + 1 : serial
  return new Date(Math.round((days - 25569) * 86_400_000))
}

function dateBy(pattern: string, serial: number): string {
  const date = dateOf(serial)
  const two = (part: number) => String(part).padStart(2, '0')
  let afterHour = false
  // the system short date follows the user's locale whatever its code says
  const code = /^m\/d\/yyyy$/i.test(pattern) ? 'dd/mm/yyyy' : pattern
  return code.replace(datePart, part => {
    const key = part.toLowerCase()
    if (key === 'yyyy') return String(date.getUTCFullYear())
    if (key === 'yy') return two(date.getUTCFullYear() % 100)
    if (key === 'dd') return two(date.getUTCDate())
    if (key === 'd') return String(date.getUTCDate())
    if (key.startsWith('h')) {
      afterHour = true
      return key === 'hh' ? two(date.getUTCHours()) : String(date.getUTCHours())
    }
    if (key.startsWith('s')) return two(date.getUTCSeconds())
    if (afterHour) return two(date.getUTCMinutes())
    const month = date.getUTCMonth() + 1
    return key === 'm' ? String(month) : two(month)
  })
}

function sectionFor(sections: string[], value: number): { section: string; shown: number } {
  const [positive = 'General', negative, zero] = sections
  if (value < 0 && negative !== undefined) return { section: negative, shown: -value }
  if (value === 0 && zero !== undefined) return { section: zero, shown: 0 }
  return { section: positive, shown: value }
}

function numberBy(section: string, value: number): string {
  if (/general/i.test(section)) return section.replace(/general/i, general(value))
  const bare = section.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')
  if (/[ymdhs]/i.test(bare) && !/[0#]/.test(bare)) {
    return dateBy(section.replace(/\[[^\]]*\]/g, '').replace(/"([^"]*)"|\\(.)/g, '$1$2'), value)
  }
  const scaled = Math.abs(bare.includes('%') ? value * 100 : value)
  const shown = Number(scaled.toPrecision(15))
  let placed = false
  const text = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"|\\(.)|_.|\*.|[#0?][#0?,.]*|[^"\\_*#0?]/g, (part, quoted, escaped) => {
      if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped
      if (part.startsWith('_')) return ' '
      if (part.startsWith('*')) return ''
      if (!/[#0?]/.test(part)) return part
      if (placed) return ''
      placed = true
      return digitsBy(part, shown)
    })
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** The text a cell shows for its content under an en-US format code. */
export function shownText(content: Content, numberFormat: string): string {
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE'
  const sections = numberFormat.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  if (typeof content === 'string') {
    const textSection = sections[3]
    return textSection === undefined
      ? content
      : textSection.replaceAll('"', '').replaceAll('@', content)
  }
  if (numberFormat === '@') return localDigits(String(content))
  const { section, shown } = sectionFor(sections, content)
  return numberBy(section, shown)
}
