/** One finding in a text: how grave, what, the arithmetic, and each sentence with its numbers marked. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { printNumber } from '../../../shared/figure.ts'
import type { ProseFinding } from '../../../shared/protocol.ts'
import { office } from '../../i18n/office.ts'
import { ToneIcon } from '../parts/notice.tsx'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  message: { display: 'grid', gridTemplateColumns: '20px 1fr', columnGap: '8px', margin: 0 },
  sum: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  quote: {
    margin: 0,
    paddingLeft: '8px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  // the system's own colours of a marked text stay in forced colours
  mark: {
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: none)': {
      backgroundColor: tokens.colorPaletteYellowBackground2,
      color: tokens.colorNeutralForeground1,
    },
  },
})

const tones = { wrong: 'error', doubt: 'warning', note: 'info' } as const

export function ProseFindingItem({ finding }: { finding: ProseFinding }) {
  const styles = useStyles()
  const { verdict, message, arithmetic, at } = finding
  const words = office().narrative.draft
  return (
    <li className={styles.item}>
      <p className={styles.message}>
        <ToneIcon tone={tones[verdict]} />
        <span lang="vi">
          <strong>{words.verdicts[verdict]}.</strong> {message}
        </span>
      </p>
      {arithmetic !== '' && (
        <span className={styles.sum} lang="vi">
          {arithmetic}
        </span>
      )}
      {at.map(({ line, sentence, marks }) => (
        <blockquote key={`${line} ${sentence}`} className={styles.quote} lang="vi">
          {words.line(printNumber(line))}: <Marked text={sentence} marks={marks} />
        </blockquote>
      ))}
    </li>
  )
}

type Mark = ProseFinding['at'][number]['marks'][number]

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const styles = useStyles()
  const ends = [0, ...marks.flat(), text.length]
  const pieces = ends.slice(1).map((end, i) => ({ from: ends[i] ?? 0, end, isMark: i % 2 === 1 }))
  return pieces.map(({ from, end, isMark }) =>
    isMark ? (
      <mark key={from} className={styles.mark}>
        {text.slice(from, end)}
      </mark>
    ) : (
      <span key={`${from}-`}>{text.slice(from, end)}</span>
    ),
  )
}
