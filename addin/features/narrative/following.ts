/** Keeps the report's sections as new as the board: asked for again when what the units have sent may have changed. */
import { useEffect } from 'react'
import type { Progress } from '../../../shared/protocol.ts'
import { usePart, useStore } from '../store.ts'
import { loadNarrative } from './writing.ts'

/** Says the same as long as nothing on the board can have changed a figure or a text. */
export const figuresOn = ({ period, units }: Progress): string =>
  JSON.stringify([period.period, period.state, units.map(unit => [unit.counted, unit.state])])

export function useNarrative(): void {
  const store = useStore()
  const shown = usePart(({ board }) => (board.progress ? figuresOn(board.progress) : ''))
  useEffect(() => {
    if (shown) void loadNarrative(store)
  }, [store, shown])
}
