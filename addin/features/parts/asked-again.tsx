/** A button for what cannot be taken back: the first press says what follows, the second does it. Never a dialog. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Quiet } from './layout.tsx'

type Props = {
  readonly label: string
  /** what will have happened */
  readonly consequence: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  /** as high as the buttons beside it */
  readonly size?: 'small'
}

export function AskedAgain({ label, consequence, yes, no, onYes, size }: Props) {
  const look = size ? { size } : {}
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button {...look} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  return (
    <>
      <div role="status">
        <Quiet>{consequence}</Quiet>
      </div>
      <Button {...look} onClick={onYes}>
        {yes}
      </Button>
      <Button {...look} autoFocus onClick={() => setAsking(false)}>
        {no}
      </Button>
    </>
  )
}
