/** Changes whose base is told first or in brackets: "So với cùng kỳ (3.870 hồ sơ), tăng 345 hồ sơ, tương ứng tăng 8,9%". */
import { roundHalfUp } from '../../figure.ts'
import { type Finding, placesOf, type Read } from '../finding.ts'
import type { Quantity } from '../quantities.ts'
import { arithmetic, words } from '../words.ts'
import { fromStart, isSameNoun, judged, rises, uncertain, verbEnd } from './changes.ts'

export function basedFindings(read: Read): Finding[] {
  return [...againstNamedBase(read), ...againstBracketedBase(read), ...cutsOfBase(read)]
}

/** "So với cùng kỳ (3.870 hồ sơ), số hồ sơ tăng 345 hồ sơ, tương ứng tăng 8,9%": the base is said first. */
function againstNamedBase(read: Read): Finding[] {
  const { prose, quantities } = read
  return quantities.flatMap((base, i): Finding[] => {
    const [by, share] = [quantities[i + 1], quantities[i + 2]]
    if (!by || !share || share.sentence !== base.sentence || base.percent || by.percent) return []
    const from = prose.sentences[base.sentence]?.from ?? 0
    const toward = prose.plain.slice(base.end, by.from)
    const verb = verbEnd.exec(toward)?.groups?.verb
    const isSure =
      share.percent &&
      !share.isPoints &&
      by.isUnit &&
      by.noun === base.noun &&
      by.noun !== undefined &&
      baseFirst.test(prose.plain.slice(from, base.from)) &&
      /^(?:tăng|giảm)$/iu.test(verb ?? '') &&
      !/[.;]/u.test(toward) &&
      orAsPercent.test(prose.plain.slice(by.end, share.from)) &&
      !uncertain.test(toward)
    if (!isSure || base.value === 0) return []
    const exact = (by.value / base.value) * 100
    if (roundHalfUp(exact, share.decimals) === share.value) return []
    return [
      {
        rule: 'CHANGE',
        verdict: 'wrong',
        message: words.change(`${verb?.toLowerCase()} ${share.printed}`),
        arithmetic: arithmetic.share(by.value, base.value, exact, share.value, share.decimals),
        places: placesOf(read, [base, by, share]),
      },
    ]
  })
}
/** "133 TTHC (năm 2015 là 95 TTHC, tăng 38 TTHC)", "98,5% (năm 2016 đạt 92%), tăng 6,5 điểm": the base is in brackets. */
function againstBracketedBase(read: Read): Finding[] {
  const { bare, quantities } = read
  return quantities.flatMap((after, i): Finding[] => {
    const [before, by] = [quantities[i + 1], quantities[i + 2]]
    if (!before || !by || by.sentence !== after.sentence) return []
    const verb = verbEnd.exec(bare.slice(before.end, by.from))?.groups?.verb
    if (isItselfChange(read, after)) return shareOfBase(read, after, before, by, verb)
    const isSure =
      inBrackets.test(bare.slice(after.end, before.from)) &&
      /^[^.;(]{0,12}$/u.test(bare.slice(before.end, by.from).replace(/[\s),]*\p{L}+\s*$/u, '')) &&
      /^(?:tăng|giảm)$/iu.test(verb ?? '') &&
      before.percent === after.percent &&
      (after.percent ? by.percent : by.isUnit || by.percent) &&
      isSameNoun(before, after)
    if (!isSure || !verb) return []
    const change = { after, before, by: [by], isRise: rises.test(verb), verb }
    const found = judged(read, change, by)
    return found ? [found] : []
  })
}
/** "giảm 214 thủ tục (năm 2016 có 2.094 thủ tục), tỷ lệ giảm 10,22%": what went, what it went from, and how much that is. */
function shareOfBase(
  read: Read,
  part: Quantity,
  base: Quantity,
  share: Quantity,
  verb: string | undefined,
): Finding[] {
  const { prose, bare } = read
  const isSure =
    /^(?:tăng|giảm)$/iu.test(verb ?? '') &&
    inBrackets.test(bare.slice(part.end, base.from)) &&
    /^\s*\)\s*,?\s*(?:tương (?:ứng|đương)|tỷ lệ|hay|và)?\s*\p{L}+\s*$/u.test(
      prose.plain.slice(base.end, share.from),
    ) &&
    share.percent &&
    !share.isPoints &&
    !part.percent &&
    part.isUnit &&
    base.noun === part.noun &&
    base.value > 0
  const exact = (part.value / base.value) * 100
  if (!isSure || roundHalfUp(exact, share.decimals) === share.value) return []
  return [
    {
      rule: 'CHANGE',
      verdict: 'wrong',
      message: words.change(`${verb?.toLowerCase()} ${share.printed}`),
      arithmetic: arithmetic.share(part.value, base.value, exact, share.value, share.decimals),
      places: placesOf(read, [part, base, share]),
    },
  ]
}
const isItselfChange = ({ bare }: Read, one: Quantity): boolean =>
  /(?<!\p{L})(?:tăng|giảm)(?:\s+(?:thêm|được|lên))?\s*$/iu.test(
    bare.slice(Math.max(0, one.from - 20), one.from),
  )

const inBrackets =
  /^[^.;(\d]{0,60}\(\s*(?:năm|cùng kỳ|kỳ trước|tháng trước|quý trước|quý|tháng)(?!\p{L})[^.;()\d]{0,40}$/iu

/** "giảm từ 44 biên chế xuống còn 39 biên chế (5/44 biên chế)": the part of the base is what went. */
function cutsOfBase(read: Read): Finding[] {
  const { bare, quantities, ratios } = read
  return ratios.flatMap(({ part, whole }): Finding[] => {
    const at = quantities.indexOf(part)
    const [before, after] = [quantities[at - 2], quantities[at - 1]]
    if (!before || !after || before.sentence !== part.sentence) return []
    const isSure =
      before.value === whole.value &&
      !before.percent &&
      !after.percent &&
      fromStart.test(bare.slice(Math.max(0, before.from - 12), before.from)) &&
      downTo.test(bare.slice(before.end, after.from)) &&
      /^[^.;()]{0,40}\(\s*(?:giảm|tăng|đạt|tương ứng)?\s*$/iu.test(bare.slice(after.end, part.from))
    const difference = Math.abs(before.value - after.value)
    if (!isSure || difference === part.value) return []
    return [
      {
        rule: 'CHANGE',
        verdict: 'wrong',
        message: words.change(`${part.printed}/${whole.printed}`),
        arithmetic: arithmetic.difference(before.value, after.value, part.value),
        places: placesOf(read, [before, after, part]),
      },
    ]
  })
}
const downTo = /^[^.;()]{0,40}(?<!\p{L})(?:xuống(?: còn)?|còn|lên)\s*$/iu

const baseFirst = /(?<!\p{L})so với[^.;,\d]{0,50}(?:\d{4})?[^.;,\d]{0,20}\(?\s*(?:là\s*)?$/iu
const orAsPercent =
  /^\s*[,(]?\s*(?:tương (?:ứng|đương)(?:\s+(?:với\s+)?(?:tăng|giảm))?|hay|=|tăng|giảm)?\s*$/iu
