/** Takes one file from this machine: a button that opens the file dialog, the same place to drop it on. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type DragEvent, useRef, useState } from 'react'
import { files } from '../../i18n/files.ts'
import { ArrowUploadRegular } from '../parts/icons.ts'
import { Quiet, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Working } from '../parts/working.tsx'

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '12px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
  },
  over: {
    border: `1px dashed ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
})

type Props = {
  readonly title: string
  readonly hint: string
  /** the file on its way, in words */
  readonly working: string | null
  readonly refused: { readonly name: string; readonly why: string } | null
  /** kinds the dialog offers; .xlsx otherwise */
  readonly accept?: string
  /** the command that stands out */
  readonly leads: boolean
  readonly onFile: (file: File) => void
}

export function ChooseFile({
  title,
  hint,
  working,
  refused,
  accept = '.xlsx',
  leads,
  onFile,
}: Props) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [several, setSeveral] = useState(false)
  const words = files().chosen
  const take = (list: FileList | null) => {
    const [file] = list ?? []
    setSeveral((list?.length ?? 0) > 1)
    if (file && list?.length === 1 && !working) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Section title={title} card>
      <Quiet>{hint}</Quiet>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for every other hand */}
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept={accept}
          aria-label={title}
          onChange={({ target }) => {
            take(target.files)
            // the same file again, mended meanwhile, is a new choice
            target.value = ''
          }}
        />
        <Button
          appearance={leads ? 'primary' : 'secondary'}
          icon={<ArrowUploadRegular />}
          aria-label={`${words.choose} ${title}`}
          disabledFocusable={working !== null}
          onClick={() => input.current?.click()}
        >
          {words.choose}
        </Button>
        <span>{over ? words.dropNow : words.drop}</span>
      </div>
      {working && <Working words={working} />}
      {several && <Notice tone="warning">{words.oneOnly}</Notice>}
      {refused && !working && (
        <Notice tone="error" title={refused.name}>
          {refused.why}
        </Notice>
      )}
    </Section>
  )
}
