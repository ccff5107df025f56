import { useComputedColorScheme } from '@mantine/core';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** The room a canvas has, in pixels of the page, and how many pixels of the screen make one. */
export interface CanvasSize {
  width: number;
  height: number;
  density: number;
}

type Paint = (context: CanvasRenderingContext2D, size: CanvasSize) => void;

/**
 * A canvas as large as it is shown, sharp on every screen, painted at most once a frame: after each rendering, when
 * its size, the theme or the fonts change, and whenever `repaint` is called.
 */
export function useCanvas(canvas: RefObject<HTMLCanvasElement | null>, paint: Paint): () => void {
  const frame = useRef<number | null>(null);
  const latest = useRef(paint);
  const scheme = useComputedColorScheme('light');
  const repaint = useCallback(() => {
    frame.current ??= requestAnimationFrame(() => {
      frame.current = null;
      const element = canvas.current;
      const context = element?.getContext('2d', { alpha: false });
      if (element !== null && context) latest.current(context, resize(element));
    });
  }, [canvas]);
  useLayoutEffect(() => {
    latest.current = paint;
    repaint();
  });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(repaint);
    observer.observe(element);
    void document.fonts.ready.then(repaint);
    return () => {
      observer.disconnect();
      if (frame.current !== null) cancelAnimationFrame(frame.current);
      frame.current = null;
    };
  }, [canvas, repaint]);
  useEffect(repaint, [scheme, repaint]);
  return repaint;
}

function resize(element: HTMLCanvasElement): CanvasSize {
  const { clientWidth: width, clientHeight: height } = element;
  const density = window.devicePixelRatio;
  const [pixelsX, pixelsY] = [Math.round(width * density), Math.round(height * density)];
  if (element.width !== pixelsX) element.width = pixelsX;
  if (element.height !== pixelsY) element.height = pixelsY;
  return { width, height, density };
}
