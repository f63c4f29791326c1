/** The review of several years: choose them, look at every indicator, take the papers; below it the years before the system. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useEffect } from 'react'
import { works } from '../../i18n/works.ts'
import { ArrowDownloadRegular } from '../parts/icons.ts'
import { Fold, List, Quiet, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { ResultHeading } from '../parts/result-heading.tsx'
import { Working } from '../parts/working.tsx'
import { loadEveryYear } from '../period/periods.ts'
import { usePart, useStore } from '../store.ts'
import { Got } from './got.tsx'
import { Lines } from './lines.tsx'
import { PastYears } from './past-years.tsx'
import { loadPastYears, takePaper } from './reviewing.ts'
import { YearsForm } from './years.tsx'

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export default function RetrospectiveView() {
  const store = useStore()
  const { review, asking, trouble } = usePart(state => state.retrospective)
  const words = works().retrospective
  useEffect(() => void loadPastYears(store), [store])
  // the years that are proposed may be before those on the list
  useEffect(() => void loadEveryYear(store), [store])
  return (
    <Stack>
      <Section title={words.years}>
        <Quiet>{words.about}</Quiet>
        <YearsForm />
      </Section>
      {asking && <Working words={words.asking} />}
      {trouble && <Notice tone="warning">{trouble}</Notice>}
      {review && <Review />}
      <PastYears />
    </Stack>
  )
}

function Review() {
  const styles = useStyles()
  const store = useStore()
  const review = usePart(state => state.retrospective.review)
  const busy = usePart(({ retrospective: { getting } }) => getting.state === 'fetching')
  const words = works().retrospective
  if (!review) return null
  const missing = review.years.flatMap(({ year, origin }) => (origin === 'missing' ? [year] : []))
  return (
    <Stack>
      <ResultHeading text={words.result(review.from, review.to, review.base)} />
      {missing.length > 0 && <Notice tone="warning">{words.missingYears(missing)}</Notice>}
      <div className={styles.actions}>
        {(['xlsx', 'docx'] as const).map(kind => (
          <Button
            key={kind}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={busy}
            onClick={() => void takePaper(store, kind)}
          >
            {words.papers[kind]}
          </Button>
        ))}
      </div>
      <Got kinds={['xlsx', 'docx']} />
      <Fold summary={words.sources}>
        <List>
          {review.years.map(({ year, words: said }) => (
            <li key={year}>{`${year}: ${said}`}</li>
          ))}
        </List>
      </Fold>
      <Lines review={review} />
    </Stack>
  )
}
