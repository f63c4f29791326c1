/** Errors nobody expected: a bar with the text and a way on, never a white pane. */
import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { t } from '../../i18n/words.ts'
import { Quiet } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { usePart, useStore } from '../store.ts'

export function Trouble() {
  const store = useStore()
  const text = usePart(state => state.trouble)
  if (text === null) return null
  return (
    <Notice
      tone="error"
      title={t.trouble.unexpected}
      actions={
        <>
          <Button onClick={() => location.reload()}>{t.trouble.reload}</Button>
          <Button onClick={() => store.dispatch({ type: 'diagnosing', open: true })}>
            {t.diagnostics.title}
          </Button>
          <Button
            appearance="subtle"
            onClick={() => store.dispatch({ type: 'failed', text: null })}
          >
            {t.trouble.dismiss}
          </Button>
        </>
      }
    >
      <Quiet>{text}</Quiet>
    </Notice>
  )
}

type Props = { children: ReactNode; onError: (error: unknown, text: string) => void }

/** React unmounts a tree that failed to draw; the bar above stays. */
export class Guard extends Component<Props, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: Error) {
    this.props.onError(error, error.message)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}
