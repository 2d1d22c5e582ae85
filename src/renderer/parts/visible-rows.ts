/**
 * Which rows of a long table are in view. All rows have one height, so this is arithmetic: nothing is measured, and a
 * library that measures would bring more than is needed.
 */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

interface VisibleRows {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** First row to draw, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Rows that fit into the place, at least one. */
  readonly fitting: number
  /** Scrolls as little as needed to have the row in view. */
  readonly show: (index: number) => void
}

// Drawn beyond both edges, so that scrolling by wheel shows no gaps.
const SPARE_ROWS = 8

export function useVisibleRows(count: number, rowHeight: number, headHeight: number): VisibleRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ first: 0, fitting: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = () => {
      const first = Math.floor(element.scrollTop / rowHeight)
      const fitting = Math.ceil((element.clientHeight - headHeight) / rowHeight)
      setView((now) => (now.first === first && now.fitting === fitting ? now : { first, fitting }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = 'ResizeObserver' in window ? new ResizeObserver(look) : null
    observer?.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer?.disconnect()
    }
  }, [rowHeight, headHeight])

  const show = (index: number) => {
    const element = scroller.current
    if (element === null) return
    const top = index * rowHeight
    const lowest = top + rowHeight - (element.clientHeight - headHeight)
    if (element.scrollTop > top) element.scrollTop = top
    else if (element.scrollTop < lowest) element.scrollTop = lowest
    // Not waiting for the scroll event draws the row at once.
    const first = Math.floor(element.scrollTop / rowHeight)
    setView((now) => (now.first === first ? now : { ...now, first }))
  }
  return {
    scroller,
    from: Math.max(0, Math.min(view.first, count - view.fitting) - SPARE_ROWS),
    to: Math.min(count, view.first + view.fitting + SPARE_ROWS),
    fitting: Math.max(1, view.fitting),
    show
  }
}
