/** All a unit reported, folded form by form. A form is drawn when it is unfolded. */
import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { formName } from '../../../shared/catalogue/catalogue.ts'
import { printCell } from '../../../shared/cell-words.ts'
import { sameCell } from '../../../shared/content.ts'
import { placeText } from '../../../shared/place.ts'
import { office } from '../../i18n/office.ts'
import { List, Section } from '../parts/layout.tsx'
import { label } from '../parts/place-words.ts'
import { type FigureLine, type FormFigures, figuresOf } from './figure-lines.ts'
import { Mark } from './mark.tsx'
import type { UnitFile } from './unit-file.ts'

const useStyles = makeStyles({
  fold: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > summary': {
      cursor: 'pointer',
      minHeight: '24px',
      paddingBlock: '4px',
      color: tokens.colorBrandForegroundLink,
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    },
  },
  group: { margin: '8px 0 2px', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  line: {
    display: 'flex',
    gap: '8px',
    paddingBlock: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { flexGrow: 1, minWidth: 0 },
  code: { color: tokens.colorNeutralForeground2 },
  figure: {
    flexShrink: 0,
    maxWidth: '50%',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightSemibold,
  },
  before: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  text: { margin: '2px 0 0', whiteSpace: 'pre-wrap' },
})

export function Figures({ file }: { file: UnitFile }) {
  const forms = useMemo(() => figuresOf(file), [file])
  return (
    <Section title={office().review.figures}>
      {forms.map(one => (
        <FormFold key={one.form.id} file={file} figures={one} />
      ))}
    </Section>
  )
}

function FormFold({ file, figures }: { file: UnitFile; figures: FormFigures }) {
  const styles = useStyles()
  const { form, groups } = figures
  const [unfolded, setUnfolded] = useState(false)
  const count = groups.reduce((n, { lines }) => n + lines.length, 0)
  return (
    <details
      className={styles.fold}
      onToggle={event => {
        if (event.currentTarget.open) setUnfolded(true)
      }}
    >
      <summary>{office().review.form(form.short, formName(form), count)}</summary>
      {unfolded &&
        groups.map(({ title, lines }) => (
          <div key={title ?? form.id}>
            {title !== null && <h3 className={styles.group}>{title || office().review.total}</h3>}
            <List>
              {lines.map(line => (
                <Line key={placeText(line.place)} file={file} line={line} />
              ))}
            </List>
          </div>
        ))}
    </details>
  )
}

function Line({ file: { index }, line }: { file: UnitFile; line: FigureLine }) {
  const styles = useStyles()
  const { place, code, name, before, now } = line
  const words = printCell(index, place, now)
  const prose = now.state === 'text' && place.column === undefined
  return (
    <li className={styles.line}>
      <div className={styles.name}>
        <span className={styles.code}>{code}</span> {name}
        {prose && <p className={styles.text}>{words}</p>}
      </div>
      {!prose && (
        <span className={styles.figure}>
          {words}
          {before && before.state !== 'not-reported' && !sameCell(before, now) && (
            <span className={styles.before}>
              {office().review.before(printCell(index, place, before))}
            </span>
          )}
        </span>
      )}
      <Mark place={placeText(place)} name={label(index, place)} />
    </li>
  )
}
