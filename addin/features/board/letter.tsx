/** A letter ready to paste: copied as it appears, and shown, so that nobody pastes what was never read. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { office } from '../../i18n/office.ts'
import { Quiet } from '../parts/layout.tsx'
import { copyText } from '../submit/copy.ts'

const useStyles = makeStyles({
  letter: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '4px 8px 8px' },
  text: {
    width: '100%',
    boxSizing: 'border-box',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '6px 8px',
    resize: 'vertical',
  },
})

export function Letter({ text, onClose }: { text: string; onClose: () => void }) {
  const styles = useStyles()
  const [copied, setCopied] = useState<boolean | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    void copyText(text).then(done => {
      setCopied(done)
      area.current?.focus()
      if (!done) area.current?.select()
    })
  }, [text])
  return (
    <div className={styles.letter}>
      <div role="status">
        {copied !== null && (
          <Quiet>{copied ? office().board.copied : office().board.notCopied}</Quiet>
        )}
      </div>
      <textarea
        ref={area}
        className={styles.text}
        readOnly
        rows={6}
        lang="vi"
        aria-label={office().board.reminder}
        value={text}
      />
      <div>
        <Button size="small" onClick={onClose}>
          {office().board.close}
        </Button>
      </div>
    </div>
  )
}
