import { Box, VisuallyHidden } from '@mantine/core';
import { useIntersection, useMergedRef, useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pdf-viewer.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  /** From 1. */
  number: number;
  zoom: number;
  scroller: RefObject<HTMLElement | null>;
  onSeen(page: number): void;
}

/** One page: drawn when it comes near the window, with its text for screen readers. */
export function PdfPage({ pdf, number, zoom, scroller, onSeen }: PdfPageProps) {
  const { t } = useTranslation();
  const { ref: nearRef, entry } = useIntersection({ root: scroller.current, rootMargin: '600px' });
  const { ref: sizeRef, width } = useElementSize();
  const frame = useMergedRef(nearRef, sizeRef);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [text, setText] = useState('');
  const isNear = entry?.isIntersecting ?? false;

  useEffect(() => {
    if (!isNear || page !== null) return;
    let isCurrent = true;
    const load = async () => {
      const loaded = await pdf.getPage(number);
      const content = await loaded.getTextContent();
      if (!isCurrent) return;
      setPage(loaded);
      setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    // A document that is replaced while its page loads refuses; the next one draws in its place.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [isNear, page, pdf, number]);

  useEffect(() => {
    const target = canvas.current;
    if (page === null || target === null || width === 0 || !isNear) return;
    const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
    const viewport = page.getViewport({ scale });
    target.width = Math.floor(viewport.width);
    target.height = Math.floor(viewport.height);
    const task = page.render({ canvas: target, viewport });
    task.promise.catch(() => undefined);
    return () => task.cancel();
  }, [page, width, isNear]);

  useEffect(() => {
    if (page === null) return;
    const place = canvas.current;
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting === true) onSeen(number);
      },
      { root: scroller.current, rootMargin: '-45% 0px -45% 0px' },
    );
    if (place !== null) watcher.observe(place);
    return () => watcher.disconnect();
  }, [page, number, onSeen, scroller]);

  const shape = page?.getViewport({ scale: 1 });
  return (
    <Box
      ref={frame}
      className={classes['sheet']}
      __vars={{
        '--zoom': String(zoom),
        '--shape': shape === undefined ? '11 / 8.5' : `${shape.width} / ${shape.height}`,
      }}
    >
      <canvas ref={canvas} role="img" aria-label={t('pdf.page', { page: number })} />
      <VisuallyHidden component="p">{text}</VisuallyHidden>
    </Box>
  );
}
