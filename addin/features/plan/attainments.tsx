/** How far the plan is in the period: the tasks in five counts, every target with its figure against its threshold. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Attainment, PlanStanding } from '../../../shared/protocol.ts'
import { t } from '../../i18n/words.ts'
import { works } from '../../i18n/works.ts'
import { Fold, List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'
import { chosenPeriod } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { copyText } from '../submit/copy.ts'
import { attainsOf, attainsWords, barOf, valueWords } from './attaining.ts'
import { nameIn, unitsOf } from './naming.ts'
import { loadStanding } from './planning.ts'
import { Standing } from './status.tsx'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  line: { margin: 0 },
  figure: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  counts: { margin: 0, paddingLeft: '20px', fontVariantNumeric: 'tabular-nums' },
  track: {
    position: 'relative',
    height: '8px',
    borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  // where the target stands on the way
  mark: {
    position: 'absolute',
    top: '-3px',
    bottom: '-3px',
    width: '2px',
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
})

export function Attainments() {
  const store = useStore()
  const { standing, standingTrouble, year } = usePart(state => state.plan)
  const period = usePart(chosenPeriod)
  const words = works().plan
  return (
    <Stack>
      {standingTrouble && (
        <Notice
          tone="warning"
          actions={<Button onClick={() => loadStanding(store)}>{t.host.retry}</Button>}
        >
          {standingTrouble}
        </Notice>
      )}
      {!standing && !standingTrouble && <Working words={words.loading} />}
      {standing && (
        <>
          <Section title={words.standingOf(period?.name ?? standing.period)}>
            {year !== standing.plan.year && <Quiet>{words.inForce(standing.plan.title)}</Quiet>}
            <Counts counts={standing.counts} />
            <Former standing={standing} />
          </Section>
          <Targets attainment={standing.attainment} />
        </>
      )}
    </Stack>
  )
}

const counted = ['total', 'done', 'recurring', 'open', 'unsaid'] as const

function Counts({ counts }: { counts: PlanStanding['counts'] }) {
  const styles = useStyles()
  const words = works().plan.counts
  return (
    <ul className={styles.counts}>
      {counted.map(key => (
        <li key={key}>{words[key](counts[key])}</li>
      ))}
    </ul>
  )
}

/** Reported on and taken out of the plan since: nobody counts them, somebody should know. */
function Former({ standing: { former } }: { standing: PlanStanding }) {
  const words = works().plan
  if (former.length === 0) return null
  return (
    <Fold summary={words.former(former.length)}>
      <Quiet>{former.map(({ code }) => words.taskName(code)).join(', ')}</Quiet>
    </Fold>
  )
}

function Targets({ attainment }: { attainment: readonly Attainment[] }) {
  const words = works().plan
  const due = attainment.filter(({ due }) => due)
  if (attainment.length === 0) return <Quiet>{words.noTargets}</Quiet>
  return (
    <Section title={words.attainment}>
      {due.length > 0 && (
        <p style={{ margin: 0 }}>
          {words.attained(
            due.length,
            due.filter(({ attained }) => attained).length,
            due.filter(({ attained }) => attained === false).length,
          )}
        </p>
      )}
      <List>
        {attainment.map(one => (
          <AttainmentLine key={one.target} one={one} />
        ))}
      </List>
    </Section>
  )
}

function AttainmentLine({ one }: { one: Attainment }) {
  const styles = useStyles()
  const units = usePart(unitsOf)
  const bar = barOf(one)
  const words = works().plan
  return (
    <li className={styles.item}>
      <p className={styles.line}>{one.name}</p>
      <p className={styles.figure}>{valueWords(one)}</p>
      {bar && (
        // the words above say what it shows
        <div className={styles.track} aria-hidden>
          <div className={styles.fill} style={{ width: `${bar.fill}%` }} />
          <div className={styles.mark} style={{ left: `${bar.mark}%` }} />
        </div>
      )}
      <Standing step={attainsOf(one)}>{attainsWords(one)}</Standing>
      {one.lead && <Quiet>{words.lead(nameIn(units)(one.lead))}</Quiet>}
      <Sentence one={one} />
    </li>
  )
}

/** The report's own sentence, to be read here and to be copied. */
function Sentence({ one: { name, words: sentence } }: { one: Attainment }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const words = works().plan
  return (
    <>
      <Fold summary={words.sentence}>
        <p style={{ margin: '4px 0' }} lang="vi">
          {sentence}
        </p>
        <Button
          size="small"
          aria-label={words.copyOf(name)}
          onClick={() => void copyText(sentence).then(setCopied)}
        >
          {words.copy}
        </Button>
      </Fold>
      <div role="status">
        {copied !== null && <Quiet>{copied ? words.copied : words.notCopied}</Quiet>}
      </div>
    </>
  )
}
