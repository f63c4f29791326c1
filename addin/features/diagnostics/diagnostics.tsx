/** Thông tin hỗ trợ: what the help desk asks for, ready to be copied. The view below stays as it was, only unseen. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { useStore } from '../store.ts'
import { copyText } from '../submit/copy.ts'
import { type FactName, factsOf, failureLine, operationLine, reportText } from './facts.ts'
import { observe } from './observe.ts'

const useStyles = makeStyles({
  title: {
    margin: 0,
    paddingRight: '36px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  facts: {
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
    '& dd': { margin: '0 0 6px', overflowWrap: 'anywhere', userSelect: 'text' },
  },
  lines: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
})

export default function Diagnostics() {
  const styles = useStyles()
  const store = useStore()
  const [copied, setCopied] = useState<boolean | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const seen = useMemo(() => observe(store.state().place), [store])
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  const facts = factsOf(seen)
  const names = Object.keys(t.diagnostics.facts) as FactName[]
  return (
    <Stack>
      <h1 className={styles.title} tabIndex={-1} ref={heading}>
        {t.diagnostics.title}
      </h1>
      <Quiet>{t.diagnostics.lead}</Quiet>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          onClick={() => void copyText(reportText(seen)).then(setCopied)}
        >
          {t.diagnostics.copy}
        </Button>
        <Button onClick={() => store.dispatch({ type: 'diagnosing', open: false })}>
          {t.diagnostics.close}
        </Button>
      </div>
      {copied !== null && (
        <Notice tone={copied ? 'success' : 'warning'}>
          {copied ? t.diagnostics.copied : t.diagnostics.notCopied}
        </Notice>
      )}
      <dl className={styles.facts}>
        {names.map(name => (
          <div key={name}>
            <dt>{t.diagnostics.facts[name]}</dt>
            <dd>{facts[name]}</dd>
          </div>
        ))}
      </dl>
      <Lines title={t.diagnostics.operations} lines={seen.operations.map(operationLine)} />
      <Lines title={t.diagnostics.failures} lines={seen.failures.map(failureLine)} />
    </Stack>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const styles = useStyles()
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <Quiet>{t.diagnostics.none}</Quiet>
      ) : (
        <ol className={styles.lines}>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </Section>
  )
}
