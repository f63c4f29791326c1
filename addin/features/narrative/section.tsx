/** One section: how it stands, the field with its text, what to decide about it, and the merged passages below. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { printInstant } from '../../../shared/period.ts'
import { office } from '../../i18n/office.ts'
import { Quiet, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'
import { Conflict } from './conflict.tsx'
import { Contradictions } from './contradictions.tsx'
import { Editor } from './editor.tsx'
import { OutdatedFigures } from './outdated.tsx'
import { States } from './outline.tsx'
import { Passages } from './passages.tsx'
import type { Line } from './standing.ts'
import { savedText } from './text.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outline: 'none' },
  },
  between: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Props = { lines: readonly Line[]; at: number }

export function Section({ lines, at }: Props) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const line = lines[at]
  const code = line?.section.code ?? ''
  const writing = usePart(state => state.narrative.writings[code])
  useEffect(() => heading.current?.focus(), [])
  if (!line) return null
  const { section } = line
  const { edit } = section
  const standing = edit?.number ?? null
  const conflict = writing !== undefined && writing.basedOn !== standing
  const words = office().narrative
  return (
    <Stack>
      <div>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          {section.title}
        </h2>
        <States line={line} short />
        {edit && <Quiet>{words.history(edit.number, edit.by, printInstant(edit.at))}</Quiet>}
      </div>
      {conflict && <Conflict section={section} field={field} />}
      {!conflict && writing && writing.from !== savedText(section) && !edit && (
        <Notice tone="warning">{words.beganOtherwise}</Notice>
      )}
      {edit && edit.outdated.length > 0 && !conflict && (
        <OutdatedFigures section={section} edit={edit} field={field} />
      )}
      <Editor section={section} conflict={conflict} field={field} />
      <Contradictions section={section} field={field} />
      <Passages line={line} />
      <Onward lines={lines} at={at} />
    </Stack>
  )
}

function Onward({ lines, at }: Props) {
  const styles = useStyles()
  const store = useStore()
  const words = office().narrative
  const open = (to: Line) => store.dispatch({ type: 'section-opened', section: to.section.code })
  const [before, after] = [lines[at - 1], lines[at + 1]]
  const toLook = lines.slice(at + 1).find(({ needsLook }) => needsLook)
  return (
    <div className={styles.between}>
      {before && (
        <Button size="small" onClick={() => open(before)}>
          {words.previous}
        </Button>
      )}
      {after && (
        <Button size="small" onClick={() => open(after)}>
          {words.next}
        </Button>
      )}
      {toLook && toLook !== after && (
        <Button size="small" onClick={() => open(toLook)}>
          {words.nextToLook}
        </Button>
      )}
    </div>
  )
}
